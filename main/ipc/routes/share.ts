import { done } from '../../results.ts';
import type { Sharing } from '../../share/sharing.ts';
import type { RoutesOf } from '../routes.ts';

/** What can be shared, and that it is. */
export function shareRoutes(sharing: Sharing): RoutesOf<'share'> {
  return {
    'share:sources': () => sharing.sources(),
    'share:start': ({ source, sound }) => sharing.start(source, sound),
    'share:stop': () => {
      sharing.stop();
      return done;
    },
  };
}
