import { clsx } from 'clsx';

import type { SessionIn } from '#protocol/session.ts';

import { ChatPanel } from '../../chat/ChatPanel.tsx';
import { PeoplePanel } from '../people/PeoplePanel.tsx';
import styles from './SidePanels.module.css';
import type { SidePanels as Panels } from './useSidePanels.ts';

interface SidePanelsProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly panels: Panels;
}

/** The one place for whatever stands beside the stage. */
export function SidePanels({ session, panels }: SidePanelsProps) {
  const [people, chat] = [panels.shows('people'), panels.shows('chat')];
  if (!people && !chat) return null;
  return (
    <div className={clsx(styles.side)}>
      {people ? <PeoplePanel session={session} onClose={() => panels.close('people')} /> : null}
      {chat ? <ChatPanel session={session} onClose={() => panels.close('chat')} /> : null}
    </div>
  );
}
