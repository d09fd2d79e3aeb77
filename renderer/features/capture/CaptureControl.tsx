import { clsx } from 'clsx';
import { ChevronUp, Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { Role } from '#protocol/roles.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { ariaKeys, SHORTCUTS } from '../../ui/shortcuts.ts';
import { WithTooltip } from '../../ui/Tooltip.tsx';
import { sayCaptureProblem } from '../../words/say.ts';
import { sayBarred } from '../../words/sayRole.ts';
import styles from './CaptureControl.module.css';
import { DeviceMenu } from './DeviceMenu.tsx';
import { useBarred } from './useBarred.ts';
import { type DeviceKind, useCapture } from './useCapture.ts';

const FACES = {
  microphone: {
    on: Mic,
    off: MicOff,
    shortcut: SHORTCUTS.mute,
    turnOn: 'unmute',
    turnOff: 'mute',
    choose: 'chooseMicrophone',
  },
  camera: {
    on: Video,
    off: VideoOff,
    shortcut: SHORTCUTS.video,
    turnOn: 'startVideo',
    turnOff: 'stopVideo',
    choose: 'chooseCamera',
  },
} as const;

/** Mute or video, with the small arrow that opens its device menu. Off is drawn inverted: red is for leaving. */
export function CaptureControl({ kind }: { readonly kind: DeviceKind }) {
  const role = useBarred(kind);
  return role === null ? <Switchable kind={kind} /> : <Barred kind={kind} role={role} />;
}

/** In place of a switch that would do nothing: what is off, and why it stays off. */
function Barred({ kind, role }: { readonly kind: DeviceKind; readonly role: Role }) {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const Icon = FACES[kind].off;
  const why = sayBarred(t, kind, role);
  return (
    <div className={clsx(styles.control, styles.barred)}>
      <WithTooltip label={why}>
        <Button aria-label={why} onPress={() => say(t('roles.barred.hint', { why }))} className={clsx(styles.main)}>
          <Icon size={20} />
        </Button>
      </WithTooltip>
    </div>
  );
}

function Switchable({ kind }: { readonly kind: DeviceKind }) {
  const { t } = useTranslation();
  const { view, pending, toggle } = useCapture(kind);
  const face = FACES[kind];
  const Icon = view.wanted ? face.on : face.off;
  const label = t(`capture.${view.wanted ? face.turnOff : face.turnOn}`);
  const problem = sayCaptureProblem(t, kind, view);
  const choose = t(`capture.${face.choose}`);
  return (
    <div className={clsx(styles.control, !view.wanted && styles.off)}>
      <WithTooltip label={problem ?? label} shortcut={face.shortcut}>
        <Button
          aria-label={label}
          aria-keyshortcuts={ariaKeys(face.shortcut)}
          isPending={pending}
          onPress={toggle}
          className={clsx(styles.main)}
        >
          <Icon size={20} />
          {problem ? (
            <span aria-hidden="true" className={clsx(styles.warning)}>
              !
            </span>
          ) : null}
        </Button>
      </WithTooltip>
      <DeviceMenu kind={kind}>
        <Button aria-label={choose} className={clsx(styles.arrow)}>
          <ChevronUp size={16} />
        </Button>
      </DeviceMenu>
    </div>
  );
}
