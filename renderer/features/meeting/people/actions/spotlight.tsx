import { Spotlight } from 'lucide-react';

import { spotlit } from '#meeting/room/spotlight.ts';

import type { PersonActions } from '../personActions.ts';

/** Showing somebody, or oneself, large to everybody, and no more. */
export const spotlight: PersonActions = ({ t, session, person, may, send }) => {
  if (!may('spotlight')) return [];
  const isLit = spotlit(session.room) === person.id;
  return [
    {
      id: 'spotlight',
      label: t(isLit ? 'stage.unspotlight' : 'stage.spotlight'),
      icon: <Spotlight size={18} />,
      onAction: () => void send('room:spotlight', { participant: isLit ? null : person.id }),
    },
  ];
};
