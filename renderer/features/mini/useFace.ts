import { everyone, others } from '#meeting/room/selectors.ts';
import type { Participant } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useMedia, useParley } from '../../bridge/parley.ts';
import type { MediaEngine } from '../../media/contract.ts';

/** Who spoke last, of the page's one engine: all that show a face, or ask for its picture, mean the same. */
const lastOf = new WeakMap<MediaEngine, string | null>();

/**
 * Whose face is shown where there is room for one: whoever speaks, and after that whoever spoke last, so that it does not
 * jump between two who talk to each other. Before anybody did: somebody with a picture. Alone: oneself.
 */
export function useFace({ room, me }: SessionIn<'joined' | 'reconnecting'>): Participant | null {
  const { engine } = useParley();
  const speaker = useMedia(() => lastSpeaker(engine));
  const people = others(room, me);
  const shown = people.find(({ id }) => id === speaker);
  return shown ?? people.find(({ media }) => media.camera) ?? people[0] ?? everyone(room)[0] ?? null;
}

/** The same answer for the same view, however often it is asked for. */
function lastSpeaker(engine: MediaEngine): string | null {
  const { remotes } = engine.view;
  const last = lastOf.get(engine) ?? null;
  if (last !== null && remotes[last]?.speaking === true) return last;
  const speaker = Object.keys(remotes).find((id) => remotes[id]?.speaking === true) ?? last;
  lastOf.set(engine, speaker);
  return speaker;
}
