import type { StoredAnswer } from '../contract.ts';
import type { RoomParts } from './parts.ts';
import type { Task } from './task.ts';

/** The answers that tasks were given before, of those that are asked for again. Rejects if storage does. */
export async function storedAnswers<T extends Task>(
  { id, storage, settings }: Pick<RoomParts, 'id' | 'storage' | 'settings'>,
  tasks: readonly T[],
): Promise<ReadonlyMap<T, StoredAnswer>> {
  const now = settings.clock.now();
  const found = new Map<T, StoredAnswer>();
  await Promise.all(
    tasks.map(async (task) => {
      if (!task.once) return;
      const answer = await storage.log.answer(id, task.once.principal, task.once.id, now);
      if (answer) found.set(task, answer);
    }),
  );
  return found;
}
