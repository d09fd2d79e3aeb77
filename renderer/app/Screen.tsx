import { useTranslation } from 'react-i18next';

import type { Session } from '#protocol/session.ts';

import { HomeScreen } from '../features/home/HomeScreen.tsx';
import { MeetingScreen } from '../features/meeting/MeetingScreen.tsx';
import { StageViewProvider } from '../features/meeting/stage/StageViewContext.tsx';
import { OverDialog } from '../features/over/OverDialog.tsx';
import { PreviewScreen } from '../features/preview/PreviewScreen.tsx';
import { Message } from '../ui/Message.tsx';
import { Spinner } from '../ui/Spinner.tsx';

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

/** The screen of a session, and the dialog about its exit if it was not my own doing. */
export function Screen({ session, isNamed }: { readonly session: Session; readonly isNamed: boolean }) {
  switch (session.phase) {
    case 'preview':
    case 'joining':
      return <PreviewScreen session={session} />;
    case 'joined':
    case 'reconnecting':
      return (
        <StageViewProvider key={session.incarnation + session.me} session={session}>
          <MeetingScreen session={session} />
        </StageViewProvider>
      );
    case 'idle':
    case 'over':
      if (session.phase === 'over' && !session.exit.released) return <Going />;
      return (
        <>
          <HomeScreen isNamed={isNamed} />
          {session.phase === 'over' && !session.exit.mine ? <OverDialog session={session} /> : null}
        </>
      );
  }
}

function Going() {
  const { t } = useTranslation();
  return (
    <Message title={t('meeting.leaving')} text={t('meeting.leavingText')}>
      <Spinner large />
    </Message>
  );
}
