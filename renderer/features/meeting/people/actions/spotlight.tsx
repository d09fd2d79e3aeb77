import { Spotlight } from 'lucide-react';

import { spotlit } from '#meeting/room/spotlight.ts';

import type { MenuAction } from '../../../../ui/Menu.tsx';
import type { PersonContext } from '../personActions.ts';

/** Showing somebody, or oneself, large to everybody, and no more. */
export function spotlight({
  t,
  session,
  person,
  may,
  send,
}: Pick<PersonContext, 't' | 'session' | 'person' | 'may' | 'send'>): readonly MenuAction[] {
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
}
