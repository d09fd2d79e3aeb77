import type { SessionIn } from '#protocol/session.ts';

import { NetworkBanner } from '../../quality/NetworkBanner.tsx';
import { RecordingBanner } from '../../recording/RecordingBanner.tsx';
import { SharingBanner } from '../../sharing/SharingBanner.tsx';
import { useSnapshot } from '../../../bridge/parley.ts';
import { SwitchingBanner } from '../../switching/SwitchingBanner.tsx';
import { TakenBanner } from '../../shortcuts/TakenBanner.tsx';
import { CaptureBanners } from './CaptureBanners.tsx';
import { ClosingBanner } from './ClosingBanner.tsx';
import { EndingBanner } from './EndingBanner.tsx';
import { InviteBanner } from './InviteBanner.tsx';
import { ReconnectingBanner } from './ReconnectingBanner.tsx';
import { UnheardBanner } from './UnheardBanner.tsx';
import { ViewerBanner } from './ViewerBanner.tsx';

interface MeetingBannersProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly className: string;
}

/** Whoever switched the microphone on, or may not, is told nothing of being muted any more. */
function WhileMuted() {
  const { microphone } = useSnapshot().capture;
  return microphone.wanted ? null : <UnheardBanner />;
}

/** What there is to know in the meeting, the most pressing first. */
export function MeetingBanners({ session, className }: MeetingBannersProps) {
  return (
    <div className={className}>
      {session.phase === 'reconnecting' ? <ReconnectingBanner attempt={session.attempt} /> : null}
      <EndingBanner session={session} />
      <SharingBanner />
      <SwitchingBanner />
      <ClosingBanner session={session} />
      <ViewerBanner session={session} />
      {session.phase === 'joined' ? <NetworkBanner /> : null}
      <WhileMuted />
      <CaptureBanners />
      <RecordingBanner />
      <TakenBanner />
      {session.phase === 'joined' ? <InviteBanner session={session} /> : null}
    </div>
  );
}
