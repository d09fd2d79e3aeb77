import type { Dialect } from '../dialect.ts';
import { disperse, gather } from '../gathering.ts';
import type { Participant } from '../participant.ts';

let inside: readonly Participant[] = [];

/** Fills rooms of that many and lets them be. */
export async function fill(dialect: Dialect, { rooms, people }: { readonly rooms: number; readonly people: number }) {
  inside = [...inside, ...(await gather(dialect, rooms, people)).flat()];
}

/** Everybody goes; rejects where somebody had gone before. */
export async function empty(): Promise<void> {
  const gone = inside.filter(({ socket }) => socket.readyState !== socket.OPEN).length;
  if (gone > 0) throw new Error(`${gone} of ${inside.length} had lost their connection`);
  await disperse(inside);
  inside = [];
}
