import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';

import type { Dispatch } from './dispatch.ts';
import { isTrusted } from './sender.ts';

/** What the page is answered while the rest of main is still to come. */
export interface Greeting {
  /** Answers a first question for the snapshot by itself; everything else waits for the rest. */
  readonly dispatch: Dispatch;
  /** The rest is there and answers everything from now on. True: the page has been answered, and listens. */
  end(): boolean;
}

/** `first`: what the rest will say; null where only the rest can know. `onDrawn`: the page has drawn its first screen. */
export function createGreeting(parts: {
  readonly first: AppSnapshot | null;
  readonly rest: Promise<Dispatch>;
  readonly onDrawn: () => void;
}): Greeting {
  const { rest, onDrawn } = parts;
  let { first } = parts;
  let isGreeted = false;
  return {
    async dispatch(sender, route, request) {
      if (isTrusted(sender)) {
        if (route === 'app:drawn') onDrawn();
        if (route === 'app:snapshot' && first !== null) {
          const value = first;
          // A page that asks again was loaded anew, and may have missed something.
          first = null;
          isGreeted = true;
          return { ok: true, value };
        }
      }
      return (await rest)(sender, route, request);
    },
    end() {
      first = null;
      return isGreeted;
    },
  };
}
