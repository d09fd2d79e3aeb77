import { clsx } from 'clsx';
import { ScreenShare, ScreenShareOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayIn } from '#meeting/room/selectors.ts';
import { sharerIn } from '#meeting/room/sharing.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { RowItem } from '../../ui/OverflowRow.tsx';
import styles from './ShareItem.module.css';
import { SharePicker } from './SharePicker.tsx';

interface ShareItem {
  /** None for who may not share. */
  readonly items: readonly RowItem[];
  /** What is shared is chosen. */
  readonly picker: ReactNode;
}

/** Shares a screen, and stops. The picker is apart from the button, which may stand in a menu that closes. */
export function useShareItem(session: SessionIn<'joined' | 'reconnecting'>, className: string | undefined): ShareItem {
  const { t } = useTranslation();
  const { share } = useSnapshot();
  const stop = useRequest('share:stop');
  const [chooses, setChooses] = useState(false);
  const { room, me } = session;
  if (!mayIn(room, me, 'shareScreen')) return { items: [], picker: null };
  const isOn = Boolean(share);
  const label = t(share?.asking ? 'sharing.stopAsking' : isOn ? 'sharing.stop' : 'sharing.start');
  const Icon = isOn ? ScreenShareOff : ScreenShare;
  const toggle = (): void => {
    if (isOn) void stop.send({});
    else setChooses(true);
  };
  const sharer = sharerIn(room);
  const asked = sharer?.connection === 'live' && sharer.id !== me ? sharer.name : null;
  const item: RowItem = {
    id: 'share',
    node: (
      <IconButton
        size="large"
        className={clsx(className, isOn && styles.sharing)}
        label={label}
        on={isOn}
        isPending={stop.pending}
        onPress={toggle}
      >
        <Icon size={20} />
      </IconButton>
    ),
    overflow: { rank: 90, actions: [{ id: 'share', label, icon: <Icon size={18} />, onAction: toggle }] },
  };
  const picker = chooses && !isOn ? <SharePicker sharer={asked} onClose={() => setChooses(false)} /> : null;
  return { items: [item], picker };
}
