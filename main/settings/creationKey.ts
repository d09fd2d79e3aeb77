import type { SettingsView } from '#protocol/ipc/snapshot.ts';

import type { Vault } from '../ports.ts';
import type { SettingsFile } from './settingsFile.ts';

/**
 * The key with which a server lets rooms be made. It belongs to the server that it was typed for and goes to no other one;
 * it is kept sealed, or in memory until the app quits (invariant 12).
 */
export interface CreationKey {
  /** Null where there is none for that server. */
  for(server: string): string | null;
  /** Takes the place of any other; null takes it away. */
  keep(server: string, key: string | null): void;
  /** Of whatever server, and also what was kept for one that is not the default any more. */
  forget(): void;
  /** What the page may know of it. */
  readonly state: SettingsView['creationKey'];
}

export function createCreationKey(settings: SettingsFile, vault: Vault): CreationKey {
  let inMemory: { readonly server: string; readonly key: string } | null = null;

  const keyFor = (server: string): string | null => {
    if (inMemory?.server === server) return inMemory.key;
    const { creationKey } = settings.values;
    return creationKey?.server === server ? vault.open(creationKey.key) : null;
  };
  return {
    for: keyFor,
    keep(server, key) {
      inMemory = key === null ? null : { server, key };
      const sealed = key === null ? null : vault.seal(key);
      settings.write({ creationKey: sealed === null ? null : { server, key: sealed } });
    },
    forget() {
      inMemory = null;
      settings.write({ creationKey: null });
    },
    get state() {
      const { defaultServer, creationKey } = settings.values;
      if (defaultServer === null || keyFor(defaultServer) === null) return 'none';
      return creationKey?.server === defaultServer ? 'kept' : 'until-quit';
    },
  };
}
