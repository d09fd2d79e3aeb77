import type { Task } from '../task.ts';
import type { Waiter } from './waiters.ts';

/** Somebody does not wait any longer; their connection has nothing left to do but to close. */
export function withdrawTask(waiter: Waiter): Task {
  const { principal, outlet } = waiter;
  waiter.gone = true;
  return {
    once: null,
    prepare: (_room, at) => {
      const command = { type: 'withdraw-knock', principal, cause: 'cancelled' } as const;
      return { by: { kind: 'server' }, at, command };
    },
    settle: () => outlet?.close('left'),
  };
}
