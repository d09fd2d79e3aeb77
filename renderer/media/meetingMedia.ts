import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';

import { createPermittedFeeds } from './remotes/permitted.ts';
import { createReconciler } from './lifetime/reconciler.ts';
import type { Talk } from './talk.ts';
import {
  type MediaTransport,
  type MeetingNow,
  NO_TRACKS,
  type OutgoingTracks,
  type RemoteFeed,
  type Shown,
  type ShownScreens,
} from './transport.ts';

/** The transport of the meeting that I am in, if I am in one: one at a time, never two. */
export interface MeetingMedia {
  apply(session: AppSnapshot['session']): void;
  publish(tracks: OutgoingTracks): void;
  watch(shown: Shown, screens: ShownScreens): void;
  say: Talk['say'];
  /** False where nobody known sent it. */
  receive(signal: IncomingSignal): boolean;
  /** Without what its sender may not send. */
  readonly remotes: ReadonlyMap<ParticipantId, RemoteFeed>;
  readonly room: Room | null;
  readonly openLinks: number;
  figures: MediaTransport['figures'];
  settled(): Promise<void>;
}

interface Stay {
  readonly key: string;
  readonly transport: MediaTransport;
}

const NOBODY: ReadonlyMap<ParticipantId, RemoteFeed> = new Map();

/** A stay is one participant in one incarnation: coming back as somebody else, or to a reopened room, starts afresh. */
function meetingIn(session: AppSnapshot['session']): { readonly key: string; readonly now: MeetingNow } | null {
  if (session.phase !== 'joined' && session.phase !== 'reconnecting') return null;
  const { room, me, iceServers, iceTransportPolicy, incarnation, phase } = session;
  const now = { room, me, iceServers, iceTransportPolicy, online: phase === 'joined' };
  return { key: `${incarnation} ${me}`, now };
}

export function createMeetingMedia(
  createTransport: () => Promise<MediaTransport>,
  onChange: () => void,
  onFault: (fault: unknown) => void,
): MeetingMedia {
  let stay: Stay | null = null;
  let room: Room | null = null;
  let tracks = NO_TRACKS;
  let shown: Shown | null = null;
  let shownScreens: ShownScreens;

  const permitted = createPermittedFeeds();

  const reconciler = createReconciler<AppSnapshot['session']>(async (session) => {
    const meeting = meetingIn(session);
    if (stay && stay.key !== meeting?.key) {
      const ended = stay;
      stay = null;
      await ended.transport.close();
    }
    if (meeting && !stay) {
      stay = { key: meeting.key, transport: await createTransport() };
      stay.transport.publish(tracks);
      if (shown) stay.transport.watch(shown, shownScreens);
    }
    if (meeting) stay?.transport.follow(meeting.now);
    onChange();
  }, onFault);

  return {
    apply(session) {
      const meeting = meetingIn(session);
      room = meeting?.now.room ?? null;
      reconciler.aim(session);
    },
    publish(outgoing) {
      tracks = outgoing;
      stay?.transport.publish(outgoing);
    },
    watch(pictures, screens) {
      shown = pictures;
      shownScreens = screens;
      stay?.transport.watch(pictures, screens);
    },
    say: async (to, label, message) => stay?.transport.say(to, label, message) ?? 'gone',
    receive: (signal) => stay?.transport.receive(signal) ?? false,
    get remotes() {
      return stay ? permitted.of(stay.transport.remotes, room) : NOBODY;
    },
    get room() {
      return room;
    },
    get openLinks() {
      return stay?.transport.openLinks ?? 0;
    },
    figures: async (only) => stay?.transport.figures(only) ?? [],
    settled: () => reconciler.settled(),
  };
}
