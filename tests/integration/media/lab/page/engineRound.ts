import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import type { MediaEngine } from '#renderer/media/contract.ts';

import { firstFrame } from './senses.ts';

/**
 * Two engines of this page, whose devices are open already, join a meeting: settles with the milliseconds from the
 * snapshot that says so to the first remote picture, as `bareRound` does for bare connections.
 */
export async function engineRound(
  engines: readonly MediaEngine[],
  joined: Readonly<Record<string, AppSnapshot>>,
  ids: readonly string[],
): Promise<number> {
  const shown = engines.map(remotePicture);
  const start = performance.now();
  engines.forEach((engine, index) => {
    const snapshot = joined[ids[index] ?? ''];
    if (snapshot) engine.apply(snapshot);
  });
  return Math.min(...(await Promise.all(shown))) - start;
}

function remotePicture(engine: MediaEngine): Promise<number> {
  return new Promise((resolve) => {
    const stop = engine.onView(() => {
      const [remote] = Object.values(engine.view.remotes);
      const [picture] = remote?.stream?.getVideoTracks() ?? [];
      if (!picture) return;
      stop();
      void firstFrame(new MediaStream([picture])).then(resolve);
    });
  });
}
