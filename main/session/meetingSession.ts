import type { MeetingClient } from '#client/contract.ts';

import type { CapturePolicy } from '../capture/capturePolicy.ts';
import { isInMeeting } from '../capture/phases.ts';
import type { TellUnseen } from '../desktop/tellUnseen.ts';
import type { Speech } from '../language/speech.ts';
import type { Clock, Log, PagePort } from '../ports.ts';
import type { PromptDesk } from '../prompts/promptDesk.ts';
import type { SettingsChanges } from '../settings/changes.ts';
import type { RecentMeetings } from '../settings/recentMeetings.ts';
import type { Sharing } from '../share/sharing.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import type { Entrances } from './entrances.ts';
import { syncMediaState } from './mediaStateSync.ts';
import { obeyStops } from './stops.ts';
import type { PageOutbox } from './pageOutbox.ts';
import { guardRelease } from './releaseGuard.ts';

/**
 * Ties the client to everything else: its session becomes the snapshot's, its notices and signals go to the page, what
 * is really open is told to the room, and no stay is over before it is released.
 */
export function followSession(parts: {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly capture: CapturePolicy;
  readonly sharing: Sharing;
  readonly entrances: Entrances;
  readonly outbox: PageOutbox;
  readonly page: Pick<PagePort, 'restart'>;
  readonly prompts: PromptDesk;
  readonly recent: RecentMeetings;
  readonly settings: SettingsChanges;
  readonly tellUnseen: TellUnseen;
  readonly speech: Speech;
  readonly clock: Clock;
  readonly log: Log;
}): void {
  const { client, store, entrances, outbox, prompts, recent, settings, clock } = parts;

  client.onSession((session) => store.patch({ session }));
  client.onNotice((notice) => outbox.notice(notice));
  client.onSignal((signal) => outbox.signal(signal));
  obeyStops(parts);
  syncMediaState(parts);
  guardRelease(parts);

  store.onChange(({ session }, before) => {
    if (session.phase === before.session.phase) return;
    if (session.phase === 'joined' && before.session.phase === 'joining') {
      const access = entrances.accessTo(session.target);
      if (access !== null) recent.remember(access, clock.now());
      if (!session.target.hosted) settings.addKnownServer(session.target.server);
      settings.showRecent();
    }
    // Nothing is left to ask about.
    if (!isInMeeting(session)) {
      prompts.withdraw('close-window', 'quit', 'leave', 'switch-failed');
      outbox.forgetSignals();
    }
  });
}
