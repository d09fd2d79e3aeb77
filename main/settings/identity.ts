import type { Log, Vault } from '../ports.ts';
import type { SettingsFile } from './settingsFile.ts';
import type { Stored } from './stored.ts';

/** A secret of this installation: `kept` over restarts where the system can encrypt, else made anew at every start. */
export interface KeptSecret {
  readonly secret: string;
  readonly kept: boolean;
}

type SealedKey = { readonly [Key in keyof Stored]: string | null extends Stored[Key] ? Key : never }[keyof Stored];

/**
 * Opens a sealed secret of the settings, or makes one. What can't be opened because the system's keyring is away stays
 * in the file for the day it is back; what a working keyring can't open is replaced.
 */
export function openSecret(parts: {
  readonly settings: SettingsFile;
  readonly vault: Vault;
  readonly key: Extract<SealedKey, 'identity' | 'hostingKey'>;
  /** 256 random bits in base64url. */
  readonly make: () => string;
  readonly log: Log;
}): KeptSecret {
  const { settings, vault, key, make, log } = parts;
  if (!vault.available) return { secret: make(), kept: false };
  const sealed = settings.values[key];
  const opened = sealed === null ? null : vault.open(sealed);
  if (opened !== null && /^[A-Za-z0-9_-]{43}$/.test(opened)) return { secret: opened, kept: true };
  if (sealed !== null) log('secret-replaced', { key });
  const secret = make();
  const newlySealed = vault.seal(secret);
  if (newlySealed === null) return { secret, kept: false };
  settings.write({ [key]: newlySealed });
  return { secret, kept: true };
}
