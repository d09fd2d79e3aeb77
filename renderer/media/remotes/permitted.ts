import { mayIn } from '#meeting/room/selectors.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';

import type { RemoteFeed } from '../transport.ts';

interface Rights {
  readonly audio: boolean;
  readonly video: boolean;
  readonly screen: boolean;
}

/**
 * What comes from others, without what they may not send: it is neither played nor shown, whatever arrives. So a client
 * that goes on sending when its right is gone is silent and out of sight all the same.
 */
export interface PermittedFeeds {
  of(remotes: ReadonlyMap<ParticipantId, RemoteFeed>, room: Room | null): ReadonlyMap<ParticipantId, RemoteFeed>;
}

export function createPermittedFeeds(newStream: () => MediaStream = () => new MediaStream()): PermittedFeeds {
  /** What is left of a stream of which one kind may not be sent: the same object for as long as the stream lives. */
  const rests = new WeakMap<MediaStream, MediaStream>();

  const restOf = (stream: MediaStream, { audio }: Rights): MediaStream => {
    const rest = rests.get(stream) ?? newStream();
    rests.set(stream, rest);
    const allowed = audio ? stream.getAudioTracks() : stream.getVideoTracks();
    for (const track of rest.getTracks()) if (!allowed.includes(track)) rest.removeTrack(track);
    for (const track of allowed) rest.addTrack(track);
    return rest;
  };

  const cut = (feed: RemoteFeed, rights: Rights): RemoteFeed => ({
    peer: feed.peer,
    get wanted() {
      return feed.wanted;
    },
    get screenWanted() {
      return feed.screenWanted;
    },
    get link() {
      return feed.link;
    },
    get stream() {
      if (rights.audio && rights.video) return feed.stream;
      if (feed.stream === null || (!rights.audio && !rights.video)) return null;
      return restOf(feed.stream, rights);
    },
    get screen() {
      return rights.screen ? feed.screen : null;
    },
    audioAmplitude: () => (rights.audio ? feed.audioAmplitude() : 0),
    pictureAge: () => (rights.video ? feed.pictureAge() : null),
    screenAge: () => (rights.screen ? feed.screenAge() : null),
  });

  return {
    of(remotes, room) {
      if (room === null) return remotes;
      return new Map(
        [...remotes].map(([id, feed]) => {
          const rights = rightsIn(room, id);
          return [id, rights.audio && rights.video && rights.screen ? feed : cut(feed, rights)];
        }),
      );
    },
  };
}

/** Whoever is not in the room any more is on the way out, and was allowed what they sent. */
function rightsIn(room: Room, id: ParticipantId): Rights {
  if (!Object.hasOwn(room.participants, id)) return { audio: true, video: true, screen: true };
  return {
    audio: mayIn(room, id, 'publishAudio'),
    video: mayIn(room, id, 'publishVideo'),
    screen: mayIn(room, id, 'shareScreen'),
  };
}
