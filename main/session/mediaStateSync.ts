import type { Rev } from '#protocol/ids.ts';
import type { AppSnapshot, CaptureKind } from '#protocol/ipc/snapshot.ts';
import type { MediaState } from '#protocol/room.ts';
import type { Session } from '#protocol/session.ts';
import type { MeetingClient } from '#client/contract.ts';
import { participantOf } from '#meeting/room/selectors.ts';
import { sameMedia } from '#meeting/room/speakers.ts';

import type { CapturePolicy } from '../capture/capturePolicy.ts';
import type { Sharing } from '../share/sharing.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/**
 * Tells the room what I have on: derived from what is really open, never from what was asked for. One command at a time;
 * what changed meanwhile is told after its answer. What the room says of me may also change by others, who mute me.
 */
export function syncMediaState(parts: {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly capture: CapturePolicy;
  readonly sharing: Pick<Sharing, 'taken'>;
}): void {
  const { client, store, capture, sharing } = parts;
  /** What the room has me as, by its word and by mine that it has heard; null while there is no saying. */
  let known: MediaState | null = null;
  /** The revision at which the room heard my last word: what it says of me up to then is older. */
  let heardAt: Rev = 0;
  let stay = 0;
  let underway = false;
  let isRefused = false;

  const sync = async (): Promise<void> => {
    if (underway || known === null) return;
    const media = openOf(store.current, known);
    if (sameMedia(media, known)) return;
    underway = true;
    const mine = stay;
    const answer = await client.command({ type: 'set-media-state', media });
    underway = false;
    // Not told after all: the next report, or being joined again, is the next occasion. Trying on at once could spin.
    isRefused = !answer.ok;
    // What else there is to tell is told with the report that the screen is closed.
    if (!answer.ok && answer.error.code === 'already-shared') sharing.taken();
    if (!answer.ok) return;
    if (mine === stay) {
      heardAt = answer.value;
      known = wordAfter(store.current.session, heardAt) ?? media;
    }
    if (known !== null && !sameMedia(openOf(store.current, known), media)) await sync();
  };

  store.onChange(({ session }, before) => {
    if (session === before.session) return;
    if (session.phase !== before.session.phase) {
      stay += 1;
      heardAt = 0;
      isRefused = false;
      known = wordOf(session);
    } else if (!sameWord(wordOf(session), wordOf(before.session))) {
      known = wordAfter(session, heardAt) ?? known;
    }
    if (!isRefused) void sync();
  });
  capture.onReport(() => {
    isRefused = false;
    void sync();
  });
}

/** What the room says of me. */
function wordOf(session: Session): MediaState | null {
  if (session.phase !== 'joined') return null;
  return participantOf(session.room, session.me)?.media ?? null;
}

/** The same, where it says so later than that. */
function wordAfter(session: Session, rev: Rev): MediaState | null {
  return session.phase === 'joined' && session.room.rev > rev ? wordOf(session) : null;
}

/** What is open. A device that is about to close, because nobody wants it any more, is no reason to tell anything yet. */
function openOf({ capture }: AppSnapshot, known: MediaState): MediaState {
  const isOpen = (kind: CaptureKind): boolean => capture[kind].live && (capture[kind].wanted || known[kind]);
  return { microphone: isOpen('microphone'), camera: isOpen('camera'), screen: isOpen('screen') };
}

const sameWord = (a: MediaState | null, b: MediaState | null): boolean =>
  a === b || (a !== null && b !== null && sameMedia(a, b));
