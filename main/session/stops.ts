import { MediaKind, type Stops } from '#protocol/room.ts';
import type { Session } from '#protocol/session.ts';
import { participantOf } from '#meeting/room/selectors.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { CapturePolicy } from '../capture/capturePolicy.ts';
import type { TellUnseen } from '../desktop/tellUnseen.ts';
import type { Log } from '../ports.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/**
 * Closes the devices that somebody else switched off, also if that was heard of only when back from a lost connection.
 * Whoever has no window to look at is told who it was; in the window the page says so. To be set up before what tells
 * the room what I have on, which would else take the device that is still open for a word of mine.
 */
export function obeyStops(parts: {
  readonly store: SnapshotStore;
  readonly capture: CapturePolicy;
  readonly tellUnseen: TellUnseen;
  readonly log: Log;
}): void {
  const { store, capture, tellUnseen, log } = parts;
  store.onChange(({ session }, before) => {
    if (session === before.session) return;
    const stops = stopsOf(session);
    const then = stopsOf(before.session);
    const stopped = MediaKind.options.filter((kind) => isNew(stops[kind], then[kind]));
    if (stopped.length === 0) return;
    for (const kind of stopped) capture.want(kind, false);
    log('media-stopped', { media: stopped.join('+') });
    const by = stops[stopped[0] ?? 'microphone']?.by?.name ?? 'Somebody';
    const what = LIST.format(stopped.map((kind) => DONE[kind]));
    tellUnseen({ title: `${by} ${what}`, body: 'You can switch it on again yourself.' });
  });
}

const DONE: Readonly<Record<MediaKind, string>> = {
  microphone: 'muted you',
  camera: 'stopped your video',
  screen: 'stopped your screen share',
};

const LIST = new Intl.ListFormat('en');

const NONE: Stops = {};

function stopsOf(session: Session): Stops {
  return (isInside(session) && participantOf(session.room, session.me)?.stopped) || NONE;
}

function isNew(stop: Stops[MediaKind], before: Stops[MediaKind]): boolean {
  return stop !== undefined && (stop.at !== before?.at || stop.by?.participant !== before.by?.participant);
}
