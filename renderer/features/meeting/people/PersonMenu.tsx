import { EllipsisVertical } from 'lucide-react';

import { IconButton } from '../../../ui/IconButton.tsx';
import { ActionMenu } from '../../../ui/Menu.tsx';
import { connection } from './actions/connection.tsx';
import { hand } from './actions/hand.tsx';
import { lobby } from './actions/lobby.tsx';
import { media } from './actions/media.tsx';
import { naming } from './actions/naming.tsx';
import { pin } from './actions/pin.tsx';
import { removal } from './actions/removal.tsx';
import { roles } from './actions/roles.tsx';
import { spotlight } from './actions/spotlight.tsx';
import type { PersonActions, PersonContext } from './personActions.ts';

/** All that may be done about a person, group by group: a new group is a file in actions/ and an entry here. */
const GROUPS: readonly PersonActions[] = [naming, hand, pin, spotlight, media, roles, lobby, connection, removal];

/** The menu of one person's row. There is always something in it: my name, and how others are linked to me. */
export function PersonMenu({ context }: { readonly context: PersonContext }) {
  const { t, person } = context;
  const groups = () => GROUPS.map((actionsFor) => actionsFor(context));
  return (
    <ActionMenu label={person.name} groups={groups} placement="bottom end">
      <IconButton label={t('people.more', { name: person.name })}>
        <EllipsisVertical size={18} />
      </IconButton>
    </ActionMenu>
  );
}
