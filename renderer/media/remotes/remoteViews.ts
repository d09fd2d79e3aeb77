import { isSharing } from '#meeting/room/sharing.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { Participant, Room } from '#protocol/room.ts';

import type { RemoteMedia } from '../contract.ts';
import { loudness } from '../levels/loudness.ts';
import { hear, SILENT, type Speech } from '../levels/speech.ts';
import type { RemoteFeed } from '../transport.ts';

/** Milliseconds without a picture after which there is none to show; a slow network may well pause for one or two. */
const FROZEN_MS = 2_500;

/** Milliseconds in which a picture of the screen that is over may still be on its way. */
const LATE_MS = 1_000;

/** What the page shows of everybody else, from what arrives and from what they say they have on. */
export interface RemoteViews {
  /** Looks at everything once more; answers with the object of before where nothing changed. */
  look(remotes: ReadonlyMap<ParticipantId, RemoteFeed>, room: Room | null): Readonly<Record<string, RemoteMedia>>;
  /** Somebody's pictures are expected and not there yet: look again soon. */
  readonly expecting: boolean;
}

interface Seen {
  speech: Speech;
  /** The camera was on when last looked at, by the room's word. */
  camera: boolean;
  /** When it was turned off: pictures from before that don't count. */
  offAt: number;
  screen: SeenScreen;
}

/** A screen may stand still for minutes: once a picture of it came it is there until the room says that it is over. */
interface SeenScreen {
  readonly shares: boolean;
  readonly came: boolean;
  /** When it was over last, by the room's word. */
  readonly overAt: number;
}

const NO_SCREEN: SeenScreen = { shares: false, came: false, overAt: Number.NEGATIVE_INFINITY };

const UNSEEN: Seen = { speech: SILENT, camera: true, offAt: Number.NEGATIVE_INFINITY, screen: NO_SCREEN };

const same = (a: RemoteMedia | undefined, b: RemoteMedia): boolean =>
  a?.stream === b.stream &&
  a.screen === b.screen &&
  a.hasVideo === b.hasVideo &&
  a.link === b.link &&
  a.speaking === b.speaking;

export function createRemoteViews(now: () => number): RemoteViews {
  const seen = new Map<ParticipantId, Seen>();
  let views: Readonly<Record<string, RemoteMedia>> = {};
  let expecting = false;

  const lookAtScreen = (
    feed: RemoteFeed,
    person: Participant | undefined,
    before: SeenScreen,
    at: number,
  ): SeenScreen => {
    const shares = isSharing(person);
    if (!shares) return { shares, came: false, overAt: before.shares ? at : before.overAt };
    // Pictures may well be there before the room's word is.
    const pictureAt = at - (feed.screenAge() ?? Infinity);
    const came = before.came || pictureAt > before.overAt + LATE_MS;
    if (!came && feed.screenWanted && feed.link !== 'lost') expecting = true;
    return { shares, came, overAt: before.overAt };
  };

  const lookAt = (feed: RemoteFeed, room: Room | null, at: number): RemoteMedia => {
    const before = seen.get(feed.peer) ?? UNSEEN;
    const person = room?.participants[feed.peer];
    const camera = person?.media.camera ?? before.camera;
    const offAt = before.camera && !camera ? at : before.offAt;
    // What others stopped is out, whatever arrives, until its owner says that it is on again.
    const isMuted = person?.stopped?.microphone !== undefined;
    const level = feed.link === 'connected' && !isMuted ? loudness(feed.audioAmplitude()) : 0;
    const speech = hear(before.speech, level, at);
    const screen = lookAtScreen(feed, person, before.screen, at);
    seen.set(feed.peer, { speech, camera, offAt, screen });

    const pictureAt = at - (feed.pictureAge() ?? Infinity);
    // The room's word counts at once when the camera goes off; pictures count whatever the room says, because its word
    // may be late, or not come at all while the connection is lost.
    const isShown = person?.stopped?.camera === undefined;
    const hasVideo = isShown && pictureAt > offAt + (camera ? 0 : FROZEN_MS) && at - pictureAt < FROZEN_MS;
    if (camera && !hasVideo && feed.wanted && feed.link !== 'lost') expecting = true;
    return {
      stream: isShown ? feed.stream : null,
      screen: screen.came ? feed.screen : null,
      hasVideo,
      link: feed.link,
      speaking: speech.speaking,
    };
  };

  return {
    look(remotes, room) {
      const at = now();
      expecting = false;
      const next: Record<string, RemoteMedia> = {};
      let changed = Object.keys(views).length !== remotes.size;
      for (const [peer, feed] of remotes) {
        const view = lookAt(feed, room, at);
        const before = views[peer];
        if (before && same(before, view)) next[peer] = before;
        else {
          next[peer] = view;
          changed = true;
        }
      }
      for (const peer of seen.keys()) if (!remotes.has(peer)) seen.delete(peer);
      if (changed) views = next;
      return views;
    },
    get expecting() {
      return expecting;
    },
  };
}
