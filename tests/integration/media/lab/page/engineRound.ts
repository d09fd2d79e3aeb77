import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import type { MediaEngine } from '#renderer/media/contract.ts';

import type { Pictures } from './bare.ts';
import { firstFrame } from './senses.ts';

/**
 * Engines of this page, whose devices are open already, join a meeting: the milliseconds from the snapshots that say so
 * to the pictures, as `bareRound` has them for bare connections.
 */
export async function engineRound(
  engines: readonly MediaEngine[],
  joined: Readonly<Record<string, AppSnapshot>>,
  ids: readonly string[],
): Promise<Pictures> {
  const others = engines.length - 1;
  const shown = engines.map((engine) => remotePictures(engine, others));
  const start = performance.now();
  engines.forEach((engine, index) => {
    const snapshot = joined[ids[index] ?? ''];
    if (snapshot) engine.apply(snapshot);
  });
  const times = (await Promise.all(shown)).flat();
  return { firstMs: Math.min(...times) - start, allMs: Math.max(...times) - start };
}

/** When the first picture of each of the others is presented. */
function remotePictures(engine: MediaEngine, others: number): Promise<readonly number[]> {
  return new Promise((resolve) => {
    const found = new Map<string, Promise<number>>();
    const stop = engine.onView(() => {
      for (const [id, { stream }] of Object.entries(engine.view.remotes)) {
        const [picture] = stream?.getVideoTracks() ?? [];
        if (picture && !found.has(id)) found.set(id, firstFrame(new MediaStream([picture])));
      }
      if (found.size < others) return;
      stop();
      resolve(Promise.all(found.values()));
    });
  });
}
