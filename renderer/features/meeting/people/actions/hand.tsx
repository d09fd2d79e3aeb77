import { Hand } from 'lucide-react';

import { isHandRaised } from '#meeting/room/hands.ts';

import type { PersonActions } from '../personActions.ts';

/** Taking somebody’s hand down, after it was their turn; my own is lowered where it was raised. */
export const hand: PersonActions = ({ t, session, person, isMe, may, send }) =>
  !isMe && may('mute') && isHandRaised(session.room, person.id)
    ? [
        {
          id: 'lower-hand',
          label: t('hands.lowerTheirs'),
          icon: <Hand size={18} />,
          onAction: () => void send('room:lower-hand', { participant: person.id }),
        },
      ]
    : [];
