import { MediaKind, type Stops } from '#protocol/room.ts';
import type { Session } from '#protocol/session.ts';
import { participantOf } from '#meeting/room/selectors.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { CapturePolicy } from '../capture/capturePolicy.ts';
import type { TellUnseen } from '../desktop/tellUnseen.ts';
import type { Speech } from '../language/speech.ts';
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
  readonly speech: Speech;
  readonly log: Log;
}): void {
  const { store, capture, tellUnseen, speech, log } = parts;
  store.onChange(({ session }, before) => {
    if (session === before.session) return;
    const stops = stopsOf(session);
    const then = stopsOf(before.session);
    const stopped = MediaKind.options.filter((kind) => isNew(stops[kind], then[kind]));
    if (stopped.length === 0) return;
    for (const kind of stopped) capture.want(kind, false);
    log('media-stopped', { media: stopped.join('+') });
    const name = stops[stopped[0] ?? 'microphone']?.by?.name ?? speech.t('outside.stopped.somebody');
    tellUnseen({ title: sayStopped(speech, name, stopped), body: speech.t('outside.stopped.text') });
  });
}

function sayStopped(speech: Speech, name: string, stopped: readonly MediaKind[]): string {
  const { t } = speech;
  const [only, second] = stopped;
  if (only !== undefined && second === undefined) return t(`outside.stopped.${only}`, { name });
  const what = speech.list(stopped.map((kind) => t(`outside.stopped.kinds.${kind}`)));
  return t('outside.stopped.several', { name, what });
}

const NONE: Stops = {};

function stopsOf(session: Session): Stops {
  return (isInside(session) && participantOf(session.room, session.me)?.stopped) || NONE;
}

function isNew(stop: Stops[MediaKind], before: Stops[MediaKind]): boolean {
  return stop !== undefined && (stop.at !== before?.at || stop.by?.participant !== before.by?.participant);
}
