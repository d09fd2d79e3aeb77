import { Activity } from 'lucide-react';

import { ConnectionDialog } from '../../../quality/ConnectionDialog.tsx';
import type { PersonActions } from '../personActions.ts';

/** How the link to somebody is, in figures. There is none to myself. */
export const connection: PersonActions = ({ t, isMe, open }) =>
  isMe
    ? []
    : [
        {
          id: 'connection',
          label: t('quality.open'),
          icon: <Activity size={18} />,
          onAction: () => open(ConnectionDialog),
        },
      ];
