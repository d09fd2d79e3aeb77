import { everyone } from '#meeting/room/selectors.ts';
import { sharerIn } from '#meeting/room/sharing.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';

import type { RemoteMedia } from '../contract.ts';
import type { RemoteFeed } from '../transport.ts';

/** Somebody as a recording shows and hears them. */
export interface Recorded {
  readonly id: string;
  readonly name: string;
  /** Null while there is no picture of them. */
  readonly picture: MediaStream | null;
  readonly voice: MediaStreamTrack | null;
}

/** What a recording takes: what I see and hear at this moment, my own voice and picture among it. */
export interface Scene {
  readonly people: readonly Recorded[];
  readonly screen: Omit<Recorded, 'voice'> | null;
  /** The sound of what is shared. */
  readonly sounds: readonly MediaStreamTrack[];
}

interface Seen {
  readonly room: Room;
  readonly me: ParticipantId;
  readonly microphone: MediaStreamTrack | null;
  readonly camera: MediaStream | null;
  readonly screen: MediaStream | null;
  readonly remotes: ReadonlyMap<ParticipantId, RemoteFeed>;
  readonly views: Readonly<Record<string, RemoteMedia>>;
}

export const EMPTY_SCENE: Scene = { people: [], screen: null, sounds: [] };

/** Nobody is heard who was muted by others, or shown whose video was stopped: as on the stage, so in the recording. */
export function sceneOf({ room, me, microphone, camera, screen, remotes, views }: Seen): Scene {
  const people = everyone(room).map(({ id, name, stopped }): Recorded => {
    if (id === me) return { id, name, picture: camera, voice: microphone };
    const view = views[id];
    const isMuted = stopped?.microphone !== undefined;
    const voice = isMuted ? null : (remotes.get(id)?.stream?.getAudioTracks()[0] ?? null);
    return { id, name, picture: view?.hasVideo === true ? view.stream : null, voice };
  });
  const sharer = sharerIn(room);
  if (!sharer) return { people, screen: null, sounds: [] };
  const shared = sharer.id === me ? screen : (remotes.get(sharer.id)?.screen ?? null);
  const sounds = sharer.id === me ? [] : (shared?.getAudioTracks() ?? []);
  return { people, screen: { id: `screen ${sharer.id}`, name: sharer.name, picture: shared }, sounds };
}
