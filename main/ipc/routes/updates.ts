import type { Updates } from '../../updates/updates.ts';
import type { RoutesOf } from '../routes.ts';

/** Newer versions of the app. */
export function updateRoutes(updates: Updates): RoutesOf<'updates'> {
  return {
    'updates:check': () => updates.check(),
    'updates:restart': () => updates.restart(),
    'updates:when-i-quit': () => updates.whenIQuit(),
  };
}
