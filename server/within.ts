import type { Clock } from './clock.ts';

/** Settles as `promise` does, or rejects after `ms`. What comes later is dropped. */
export function within<T>(clock: Clock, ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.schedule(ms, () => {
      reject(new Error('no answer in time'));
    });
    promise.then(resolve, reject).finally(cancel);
  });
}
