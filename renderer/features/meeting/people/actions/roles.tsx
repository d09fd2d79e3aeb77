import { Crown, Eye, ShieldCheck, UserRound } from 'lucide-react';

import { roleChangeRefusal } from '#meeting/room/roleChange.ts';
import { participantOf, permissionsIn, tableOf } from '#meeting/room/selectors.ts';
import { speaks } from '#meeting/room/speakers.ts';
import type { Role } from '#protocol/roles.ts';

import type { MenuAction } from '../../../../ui/Menu.tsx';
import { sayBecome, sayMake } from '../../../../words/sayRole.ts';
import type { PersonActions, PersonContext } from '../personActions.ts';

/** Making somebody something else, handing over, and stepping down oneself: only what the server would let me do. */
export const roles: PersonActions = (context) => {
  const { t, person, isMe, send } = context;
  const change = (role: Role): MenuAction => ({
    id: `role-${role}`,
    label: isMe ? sayBecome(t, role) : sayMake(t, role),
    icon: iconOf(context, role),
    onAction: () => void send('room:change-role', { participant: person.id, role }),
  });
  return [...handingOver(context), ...rolesFor(context).map(change)];
};

/** Somebody else is host, and I am not any more: the one step that leaving would take as well. */
function handingOver({ t, session, person, isMe, send }: PersonContext): readonly MenuAction[] {
  const mine = session.room.participants[session.me]?.role;
  if (isMe || mine !== 'host' || person.role === 'host') return [];
  return [
    {
      id: 'hand-over',
      label: t('roles.handOver', { name: person.name }),
      icon: <Crown size={18} />,
      onAction: () => void send('room:change-role', { participant: person.id, role: 'host', stepDown: 'guest' }),
    },
  ];
}

/** The roles that I could give this person now, in the order of the room's table. */
function rolesFor({ session, person }: PersonContext): readonly Role[] {
  const { room, me } = session;
  const giver = participantOf(room, me);
  if (!giver) return [];
  return Object.keys(tableOf(room)).filter(
    (role) => role !== person.role && roleChangeRefusal(room, giver, person, role) === null,
  );
}

function iconOf({ session }: PersonContext, role: Role) {
  if (role === 'host') return <Crown size={18} />;
  if (mayLead(session.room, role)) return <ShieldCheck size={18} />;
  return speaks(session.room, role) ? <UserRound size={18} /> : <Eye size={18} />;
}

const mayLead = (room: PersonContext['session']['room'], role: Role): boolean =>
  permissionsIn(room, role).includes('removeOthers');
