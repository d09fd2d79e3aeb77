import { useDeferredValue } from 'react';

import type { Session, SessionIn } from '#protocol/session.ts';

import { HomeScreen } from '../features/home/HomeScreen.tsx';
import { Going } from './Going.tsx';
import type { dialogsPart, meetingPart } from './parts.ts';
import { Starting } from './Starting.tsx';

export type ScreenName = 'welcome' | 'home' | 'preview' | 'meeting' | 'going';

/** Which screen belongs to a session; `welcome` is home until somebody has said their name. An exit is shown only once camera and microphone are released. */
export function screenOf(session: Session, isNamed: boolean): ScreenName {
  switch (session.phase) {
    case 'idle':
      return isNamed ? 'home' : 'welcome';
    case 'preview':
    case 'joining':
      return 'preview';
    case 'joined':
    case 'reconnecting':
      return 'meeting';
    case 'over':
      if (!session.exit.released) return 'going';
      return isNamed ? 'home' : 'welcome';
  }
}

interface ScreenProps {
  readonly session: Session;
  readonly isNamed: boolean;
  readonly meeting: typeof meetingPart.content;
  readonly dialogs: typeof dialogsPart.content;
}

/** The screen of a session, and the dialog about its exit if it was not my own doing. */
export function Screen({ session, isNamed, meeting, dialogs }: ScreenProps) {
  switch (session.phase) {
    case 'preview':
    case 'joining':
      return meeting ? <meeting.PreviewScreen session={session} /> : <Starting />;
    case 'joined':
    case 'reconnecting':
      return meeting ? (
        <meeting.StageViewProvider key={session.incarnation + session.me} session={session}>
          <meeting.MeetingScreen session={session} />
        </meeting.StageViewProvider>
      ) : (
        <Starting />
      );
    case 'idle':
    case 'over':
      return <Outside session={session} isNamed={isNamed} dialogs={dialogs} />;
  }
}

/** In no meeting. After an exit that was not my own doing: first of all the dialog that says so, and then home behind it. */
function Outside({
  session,
  isNamed,
  dialogs,
}: Pick<ScreenProps, 'isNamed' | 'dialogs'> & { readonly session: SessionIn<'idle' | 'over'> }) {
  const isOut = session.phase === 'idle' || session.exit.released;
  const isSaid = session.phase === 'over' && isOut && !session.exit.mine;
  const wasOut = useDeferredValue(isOut, session.phase === 'idle');
  return (
    <>
      {isOut && (wasOut || !isSaid) ? <HomeScreen isNamed={isNamed} /> : <Going />}
      {dialogs && isSaid ? <dialogs.OverDialog session={session} /> : null}
    </>
  );
}
