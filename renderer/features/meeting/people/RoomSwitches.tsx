import { LockKeyhole, LockKeyholeOpen, Wifi, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { useSnapshot } from '../../../bridge/parley.ts';
import { useRequest } from '../../../bridge/useRequest.ts';
import { Button } from '../../../ui/Button.tsx';
import { Fault } from '../../../ui/Fault.tsx';
import { LobbySwitch } from '../lobby/LobbySwitch.tsx';
import { useMay } from '../useMay.ts';

interface RoomSwitchesProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly className: string;
}

/** Who may come in at all: the lobby, the lock, and for a meeting on this computer whether the network reaches it. */
export function RoomSwitches({ session, className }: RoomSwitchesProps) {
  const may = useMay();
  return (
    <div className={className}>
      {may('admit') ? <LobbySwitch room={session.room} /> : null}
      {may('lock') ? <LockSwitch isLocked={session.room.lock !== null} /> : null}
      {session.target.hosted ? <NetworkSwitch /> : null}
    </div>
  );
}

function LockSwitch({ isLocked }: { readonly isLocked: boolean }) {
  const { t } = useTranslation();
  const lock = useRequest('room:lock');
  const unlock = useRequest('room:unlock');
  const { send, pending, error } = isLocked ? unlock : lock;
  return (
    <>
      <Button
        wide
        icon={isLocked ? <LockKeyholeOpen size={18} /> : <LockKeyhole size={18} />}
        isPending={pending}
        onPress={() => void send({})}
      >
        {t(isLocked ? 'meeting.unlock' : 'meeting.lock')}
      </Button>
      <Fault error={error} />
    </>
  );
}

function NetworkSwitch() {
  const { t } = useTranslation();
  const { hosting } = useSnapshot();
  const share = useRequest('hosting:share');
  const unshare = useRequest('hosting:unshare');
  if (hosting.state !== 'loopback' && hosting.state !== 'shared') return null;
  const isShared = hosting.state === 'shared';
  const { send, pending, error } = isShared ? unshare : share;
  return (
    <>
      <Button
        wide
        icon={isShared ? <WifiOff size={18} /> : <Wifi size={18} />}
        isPending={pending}
        onPress={() => void send({})}
      >
        {t(isShared ? 'meeting.unshare' : 'meeting.share')}
      </Button>
      <Fault error={error} />
    </>
  );
}
