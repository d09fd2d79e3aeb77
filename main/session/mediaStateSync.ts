import type { MediaState } from '#protocol/room.ts';
import type { Session } from '#protocol/session.ts';
import type { MeetingClient } from '#client/contract.ts';

import type { CapturePolicy } from '../capture/capturePolicy.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/**
 * Tells the room what I have on: derived from what is really open, never from what was asked for. One command at a time;
 * what changed meanwhile is told after its answer.
 */
export function syncMediaState(parts: {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly capture: CapturePolicy;
}): void {
  const { client, store, capture } = parts;
  /** What the room was last told, in this stay on this connection; null outside. */
  let told: MediaState | null = null;
  let underway = false;

  const sync = async (): Promise<void> => {
    if (underway || told === null || same(told, capture.live)) return;
    underway = true;
    const media = capture.live;
    const answer = await client.command({ type: 'set-media-state', media });
    underway = false;
    // Not told after all: the next report, or being joined again, is the next occasion. Trying on at once could spin.
    if (!answer.ok || told === null) return;
    told = media;
    await sync();
  };

  store.onChange((snapshot, before) => {
    if (snapshot.session.phase === before.session.phase) return;
    told = mediaInRoom(snapshot.session);
    void sync();
  });
  capture.onReport(() => void sync());
}

function mediaInRoom(session: Session): MediaState | null {
  if (session.phase !== 'joined') return null;
  return session.room.participants[session.me]?.media ?? null;
}

const same = (a: MediaState, b: MediaState): boolean =>
  a.microphone === b.microphone && a.camera === b.camera && a.screen === b.screen;
