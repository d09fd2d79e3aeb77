import { DoorOpen } from 'lucide-react';

import { isLobbyOn } from '#meeting/room/lobby.ts';
import { mayIn } from '#meeting/room/selectors.ts';

import { SendBackDialog } from '../../lobby/SendBackDialog.tsx';
import type { PersonActions } from '../personActions.ts';

/** Back to the lobby with somebody whom it would stop, while it is on. */
export const lobby: PersonActions = ({ t, session: { room }, person, isMe, may, open }) =>
  !isMe && isLobbyOn(room) && may('admit') && may('removeOthers') && !mayIn(room, person.id, 'admit')
    ? [
        {
          id: 'send-back',
          label: t('lobby.sendBack'),
          icon: <DoorOpen size={18} />,
          danger: true,
          onAction: () => open(SendBackDialog),
        },
      ]
    : [];
