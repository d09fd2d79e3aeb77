import type { KeptThings } from '../../privacy/kept.ts';
import type { SettingsChanges } from '../../settings/changes.ts';
import type { RoutesOf } from '../routes.ts';

/** What is kept on this computer, and which servers are trusted. */
export function privacyRoutes(parts: {
  readonly keptThings: KeptThings;
  readonly settings: SettingsChanges;
}): RoutesOf<'privacy'> & RoutesOf<'servers'> {
  const { keptThings, settings } = parts;
  return {
    'privacy:list': () => ({ ok: true, value: keptThings.list() }),
    'privacy:delete': ({ kinds }) => keptThings.delete(kinds),
    'servers:list': () => ({ ok: true, value: settings.knownServers }),
    'servers:forget': ({ server }) => {
      settings.forgetServer(server);
      return { ok: true, value: settings.knownServers };
    },
  };
}
