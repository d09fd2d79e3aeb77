import { useDeferredValue } from 'react';

import type { Session, SessionIn } from '#protocol/session.ts';

import { HomeScreen } from '../features/home/HomeScreen.tsx';
import { Going } from './Going.tsx';
import type { dialogsPart, meetingPart } from './parts.ts';
import { Starting } from './Starting.tsx';

export type ScreenName = 'welcome' | 'home' | 'preview' | 'meeting' | 'going';

/**
 * Out of the meeting, and camera, microphone, screen and links released: only then is an exit shown. One that was not
 * my own doing is to be read at once: the page, which has let go of them itself, need not wait until main, who has been
 * told, says so too. After my own, another meeting or the end of Parley may follow at once.
 */
export function isOut(session: Session, isHolding: boolean): boolean {
  if (session.phase !== 'over') return session.phase === 'idle';
  return session.exit.released || (!session.exit.mine && !isHolding);
}

/** Which screen belongs to a session; `welcome` is home until somebody has said their name. */
export function screenOf(session: Session, isNamed: boolean, isHolding: boolean): ScreenName {
  switch (session.phase) {
    case 'preview':
    case 'joining':
      return 'preview';
    case 'joined':
    case 'reconnecting':
      return 'meeting';
    case 'idle':
    case 'over':
      if (!isOut(session, isHolding)) return 'going';
      return isNamed ? 'home' : 'welcome';
  }
}

interface ScreenProps {
  readonly session: Session;
  readonly isHolding: boolean;
  readonly isNamed: boolean;
  readonly meeting: typeof meetingPart.content;
  readonly dialogs: typeof dialogsPart.content;
}

/** The screen of a session, and the dialog about its exit if it was not my own doing. */
export function Screen({ session, isHolding, isNamed, meeting, dialogs }: ScreenProps) {
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
      return <Outside session={session} out={isOut(session, isHolding)} isNamed={isNamed} dialogs={dialogs} />;
  }
}

/** In no meeting. After an exit that was not my own doing: first of all the dialog that says so, and then home behind it. */
function Outside({
  session,
  out,
  isNamed,
  dialogs,
}: Pick<ScreenProps, 'isNamed' | 'dialogs'> & {
  readonly session: SessionIn<'idle' | 'over'>;
  readonly out: boolean;
}) {
  const isSaid = session.phase === 'over' && out && !session.exit.mine;
  const wasOut = useDeferredValue(out, session.phase === 'idle');
  return (
    <>
      {out && (wasOut || !isSaid) ? <HomeScreen isNamed={isNamed} /> : <Going />}
      {dialogs && isSaid ? <dialogs.OverDialog session={session} /> : null}
    </>
  );
}
