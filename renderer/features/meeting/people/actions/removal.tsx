import { UserRoundX } from 'lucide-react';

import { RemoveDialog } from '../../../removing/RemoveDialog.tsx';
import type { PersonActions } from '../personActions.ts';

/** Putting somebody else out: last in the menu, in red. */
export const removal: PersonActions = ({ t, isMe, may, open }) =>
  may('removeOthers') && !isMe
    ? [
        {
          id: 'remove',
          label: t('people.remove'),
          icon: <UserRoundX size={18} />,
          danger: true,
          onAction: () => open(RemoveDialog),
        },
      ]
    : [];
