import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';

import { isInside } from '#meeting/session/reduce.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useSnapshot } from '../../bridge/parley.ts';
import { MiniMeeting } from './MiniMeeting.tsx';
import { useMiniDocument } from './useMiniDocument.ts';

/** The small window that stays on top, while main wants it. */
export function MiniWindow() {
  const { mini, session } = useSnapshot();
  return mini === true && isInside(session) ? <Opened session={session} /> : null;
}

function Opened({ session }: { readonly session: SessionIn<'joined' | 'reconnecting'> }) {
  const { t } = useTranslation();
  const root = useMiniDocument(t('desktop.mini.title'));
  return root === null ? null : createPortal(<MiniMeeting session={session} />, root);
}
