import { useTranslation } from 'react-i18next';

import { isLobbyOn } from '#meeting/room/lobby.ts';
import type { Room } from '#protocol/room.ts';

import { useRequest } from '../../../bridge/useRequest.ts';
import { Fault } from '../../../ui/Fault.tsx';
import { Switch } from '../../../ui/Switch.tsx';

/** Whether whoever comes waits to be let in; on the screen it changes when the room says so. */
export function LobbySwitch({ room }: { readonly room: Room }) {
  const { t } = useTranslation();
  const { send, pending, error } = useRequest('room:set-lobby');
  return (
    <>
      <Switch
        label={t('lobby.switch')}
        hint={t('lobby.switchHint')}
        isSelected={isLobbyOn(room)}
        isDisabled={pending}
        onChange={(on) => void send({ on })}
      />
      <Fault error={error} />
    </>
  );
}
