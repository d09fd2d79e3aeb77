import { Pencil } from 'lucide-react';

import type { PersonActions } from '../personActions.ts';
import { RenameDialog } from '../RenameDialog.tsx';

/** What I am called. Nobody is named by others. */
export const naming: PersonActions = ({ t, isMe, open }) =>
  isMe
    ? [
        {
          id: 'rename',
          label: t('meeting.rename'),
          icon: <Pencil size={18} />,
          onAction: () => open(RenameDialog),
        },
      ]
    : [];
