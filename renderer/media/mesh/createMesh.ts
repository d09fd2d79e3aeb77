import { participantOf } from '#meeting/room/selectors.ts';
import { speakers, speaks } from '#meeting/room/speakers.ts';
import { wantedLinks, type WantedLink } from '#meeting/topology/wantedLinks.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import type { IceServer, IceTransportPolicy } from '#protocol/wire/frame.ts';

import type { MediaEnvironment } from '../environment.ts';
import {
  type MediaTransport,
  type MeetingNow,
  NO_TRACKS,
  type OutgoingTracks,
  type PictureSize,
  type RemoteFeed,
  type TalkEvents,
} from '../transport.ts';
import { createDemands, type Demands } from './demands.ts';
import type { Incoming } from './incoming.ts';
import { LINES } from './lines.ts';
import { linkFigures } from './linkFigures.ts';
import { readLinkMessage } from './linkMessage.ts';
import type { MeshContext } from './meshContext.ts';
import { MeshLink } from './meshLink.ts';
import { isSameQuality, sendQuality } from './sendQuality.ts';
import { openPeerLink } from './simplePeerLink.ts';

export interface MeshOptions {
  readonly environment: Pick<MediaEnvironment, 'now' | 'after' | 'newEpoch' | 'onFault'>;
  readonly send: (wanted: WantedLink, generation: number, data: string) => void;
  readonly talk: TalkEvents;
  readonly onChange: () => void;
  /** How a peer connection is opened: by simple-peer unless said otherwise. */
  readonly openPeer?: typeof openPeerLink;
}

function remoteFeed(link: MeshLink, demands: Demands): RemoteFeed {
  const { peer } = link.wanted;
  // Asking a receiver holds the page up for as long as the browser negotiates, and before that nothing can come.
  const arriving = (): Incoming | null => (link.state === 'connecting' ? null : link.incoming);
  return {
    peer,
    get wanted() {
      return demands.wants(peer);
    },
    get screenWanted() {
      return demands.wantsScreen(peer);
    },
    get link() {
      return link.state;
    },
    get stream() {
      return link.incoming?.stream ?? null;
    },
    get screen() {
      return link.incoming?.screen ?? null;
    },
    audioAmplitude: () => arriving()?.audioAmplitude() ?? 0,
    pictureAge: () => arriving()?.pictureAge() ?? null,
    screenAge: () => arriving()?.screenAge() ?? null,
  };
}

const sameSize = (a: PictureSize | null, b: PictureSize | null): boolean =>
  a?.width === b?.width && a?.height === b?.height;

const sameTracks = (a: OutgoingTracks, b: OutgoingTracks): boolean =>
  a.sparing === b.sparing && LINES.every((line) => a[line] === b[line]);

/** Every snapshot of the session brings them as objects of its own. */
const sameServers = (a: readonly IceServer[], b: readonly IceServer[]): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** Media from everybody to everybody directly: one peer link to each other participant. */
export function createMesh({
  environment,
  send,
  talk,
  onChange,
  openPeer = openPeerLink,
}: MeshOptions): MediaTransport {
  const links = new Map<ParticipantId, MeshLink>();
  const remotes = new Map<ParticipantId, RemoteFeed>();
  let tracks: OutgoingTracks = NO_TRACKS;
  /** What my camera gave when the links were told last; the same track may be asked for another size. */
  let captured: PictureSize | null = null;
  let iceServers: readonly IceServer[] = [];
  let iceTransportPolicy: IceTransportPolicy = 'all';
  let quality = sendQuality(0, 0);
  let followed = false;
  /** Who could send something when the meeting was looked at last. */
  let speaking: ReadonlySet<ParticipantId> = new Set();

  const demands = createDemands(environment.after, (to, message) => void links.get(to)?.talk.say('demand', message));

  const context: MeshContext = {
    epoch: environment.newEpoch(),
    get tracks() {
      return tracks;
    },
    get quality() {
      return quality;
    },
    get captured() {
      // As it is now: of a blurred picture it is known only after its first frame.
      return sizeOf(tracks.video);
    },
    get iceServers() {
      return iceServers;
    },
    get iceTransportPolicy() {
      return iceTransportPolicy;
    },
    now: environment.now,
    after: environment.after,
    openPeer,
    send,
    onTalkOpen(peer, label) {
      if (label === 'demand') demands.opened(peer);
      else talk.onOpen(peer, label);
    },
    onTalk: talk.onMessage,
    onChange,
    onFault: environment.onFault,
  };

  const drop = (peer: ParticipantId): void => {
    links.get(peer)?.close();
    links.delete(peer);
    demands.forget(peer);
    remotes.delete(peer);
  };

  const refresh = (): void => {
    captured = sizeOf(tracks.video);
    const next = sendQuality(links.size, captured?.height ?? 0, tracks.sparing);
    if (!isSameQuality(quality, next)) quality = next;
    for (const link of links.values()) link.refresh();
  };

  const add = (wanted: WantedLink): void => {
    const link = new MeshLink(wanted, followed, context);
    links.set(wanted.peer, link);
    remotes.set(wanted.peer, remoteFeed(link, demands));
  };

  const moved = (who: ParticipantId, { room }: MeetingNow): boolean => {
    const participant = participantOf(room, who);
    return participant !== null && speaks(room, participant.role) !== speaking.has(who);
  };

  const useIce = (meeting: MeetingNow): void => {
    const renewed = !sameServers(iceServers, meeting.iceServers);
    const sameWays = iceTransportPolicy === meeting.iceTransportPolicy;
    ({ iceServers, iceTransportPolicy } = meeting);
    // What runs directly would go on so, and show both sides' addresses, where that is no longer wanted.
    if (!sameWays) for (const peer of links.keys()) drop(peer);
    else if (renewed) for (const link of links.values()) link.renewServers();
  };

  return {
    remotes,
    get openLinks() {
      return [...links.values()].filter((link) => link.open).length;
    },
    follow(meeting) {
      useIce(meeting);
      const before = links.size;
      const wanted = new Map(wantedLinks(meeting.room, meeting.me).map((link) => [link.peer, link]));
      for (const [peer, link] of links) {
        // Whoever came back in another place in line has the other part in the negotiation.
        if (wanted.get(peer)?.initiator !== link.wanted.initiator) drop(peer);
        // 1003: whoever moves between speaker and viewer leaves the stage. The side that offers leads; the other follows.
        else if (link.wanted.initiator && (moved(meeting.me, meeting) || moved(peer, meeting))) drop(peer);
      }
      speaking = new Set(speakers(meeting.room).map(({ id }) => id));
      for (const [peer, link] of wanted) if (!links.has(peer)) add(link);
      followed = true;
      if (links.size !== before) refresh();
      for (const [peer, link] of links) {
        link.reach(meeting.online && meeting.room.participants[peer]?.connection === 'live');
      }
      onChange();
    },
    publish(outgoing) {
      if (sameTracks(outgoing, tracks) && sameSize(captured, sizeOf(outgoing.video))) return;
      tracks = outgoing;
      refresh();
    },
    watch(shown, screens) {
      demands.show(shown, screens);
    },
    say: async (to, label, message) => links.get(to)?.talk.say(label, message) ?? 'gone',
    receive(signal: IncomingSignal) {
      const link = links.get(signal.from);
      if (!link || link.wanted.link !== signal.link) return false;
      const message = readLinkMessage(signal.data);
      if (message) link.receive(signal.generation, message);
      return true;
    },
    figures(only) {
      const those = [...links.values()].filter(({ wanted: { peer } }) => only === undefined || peer === only);
      return Promise.all(those.map(linkFigures));
    },
    async close() {
      demands.close();
      for (const peer of links.keys()) drop(peer);
      onChange();
    },
  };
}

function sizeOf(track: MediaStreamTrack | null): PictureSize | null {
  const { width, height } = track?.getSettings() ?? {};
  return width && height ? { width, height } : null;
}
