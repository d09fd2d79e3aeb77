import { clsx } from 'clsx';
import {
  CircleHelp,
  DoorClosed,
  DoorOpen,
  LogOut,
  type LucideIcon,
  MonitorSmartphone,
  PhoneOff,
  Presentation,
  Repeat2,
  ShieldX,
  Users,
  UserRound,
  UserRoundX,
  WifiOff,
} from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { Button } from '../../ui/Button.tsx';
import { Details } from '../../ui/Details.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { CopyReceipt } from '../receipts/CopyReceipt.tsx';
import { exitFacts } from './exitFacts.ts';
import { type ExitKind, exitKind } from './exitKind.ts';
import styles from './OverDialog.module.css';
import { RejoinButton } from './RejoinButton.tsx';
import { sayExit } from './sayExit.ts';
import { useWayBack } from './useWayBack.ts';

const ICONS: Readonly<Record<ExitKind, LucideIcon>> = {
  ended: PhoneOff,
  removed: UserRoundX,
  'sent-back': DoorOpen,
  'other-device': MonitorSmartphone,
  closed: DoorClosed,
  alone: UserRound,
  lost: WifiOff,
  'viewer-mode': Presentation,
  'off-stage': Users,
  unknown: CircleHelp,
  'not-let-in': ShieldX,
  'switch-failed': Repeat2,
  left: LogOut,
};

/** How my stay ended, when it was not by me: what happened, who and why, and the way back where there is one. */
export function OverDialog({ session }: { readonly session: SessionIn<'over'> }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { say } = useAnnouncer();
  const rejoin = useRequest('session:rejoin');
  const open = useRequest('session:reopen');
  const wayBack = useWayBack(session);
  const dismiss = useRequest('session:dismiss');
  const { exit, target } = session;
  const { receipt = null } = useSnapshot();
  const kind = exitKind(exit);
  const Icon = ICONS[kind];
  const { title, who, note, after } = sayExit(t, session);
  const close = (): void => void dismiss.send({});
  const home = useRef<HTMLButtonElement>(null);
  const [withdrawn, setWithdrawn] = useState(!wayBack.offered);
  if (!wayBack.offered && !withdrawn) setWithdrawn(true);
  useEffect(() => {
    // The button that had the focus is gone.
    if (withdrawn && document.activeElement === document.body) home.current?.focus();
  }, [withdrawn]);
  useEffect(() => {
    say(title, { urgent: true, shown: false });
  }, [say, title]);

  return (
    <Dialog
      tone={kind === 'ended' || kind === 'removed' ? 'danger' : kind === 'lost' ? 'caution' : 'accent'}
      icon={<Icon size={20} />}
      title={title}
      lead={who}
      onClose={close}
      actions={
        <>
          <Button
            ref={home}
            autoFocus={!wayBack.offered}
            look={wayBack.offered || wayBack.mayUnlock ? 'secondary' : 'primary'}
            isPending={dismiss.pending}
            onPress={close}
          >
            {t('common.home')}
          </Button>
          <RejoinButton
            // What comes later must not take the focus from what is about to be pressed.
            autoFocus={!withdrawn}
            look="primary"
            wayBack={wayBack}
            rejoin={rejoin}
            open={open}
            place={{ server: target.server, room: target.room }}
          />
        </>
      }
    >
      {note === '' ? null : (
        <blockquote dir="auto" className={clsx(styles.note)}>
          {note}
        </blockquote>
      )}
      <p role="status" className={clsx(styles.after)}>
        {after}
      </p>
      <Fault error={rejoin.error ?? open.error ?? dismiss.error} />
      <Details
        label={t('common.details')}
        facts={() => exitFacts(t, locale, exit, target, receipt)}
        action={receipt ? <CopyReceipt receipt={receipt} /> : null}
      />
    </Dialog>
  );
}
