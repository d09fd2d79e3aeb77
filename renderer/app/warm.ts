import { loadMesh } from '../media/createMediaEngine.ts';
import { PARTS } from './parts.ts';

const rest = (): Promise<unknown> => new Promise((resolve) => requestIdleCallback(resolve));

/** Brings the rest of the program, one part after the other, whenever the page has nothing better to do. */
export async function warm(onFault: (fault: unknown) => void): Promise<void> {
  for (const load of [...PARTS.map(({ bring }) => bring), loadMesh]) {
    await rest();
    // The others may be there, and this one is asked for again when it is wanted.
    await load().catch(onFault);
  }
}
