import { safeStorage } from 'electron';

import type { Vault } from '../ports.ts';

/**
 * The system's keyring. What Linux does without one ("basic_text", a password that everybody knows) is no encryption,
 * so it counts as none.
 */
export function createVault(): Vault {
  const available = isEncrypting();
  return {
    available,
    seal(text) {
      if (!available) return null;
      try {
        return safeStorage.encryptString(text).toString('base64');
      } catch {
        return null;
      }
    },
    open(sealed) {
      if (!available) return null;
      try {
        return safeStorage.decryptString(Buffer.from(sealed, 'base64'));
      } catch {
        return null;
      }
    },
  };
}

function isEncrypting(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  const { getSelectedStorageBackend } = safeStorage as { readonly getSelectedStorageBackend?: () => string };
  // On Linux only, and only in newer versions; older ones say unavailable by themselves.
  if (process.platform !== 'linux' || getSelectedStorageBackend === undefined) return true;
  const backend = safeStorage.getSelectedStorageBackend();
  return backend !== 'basic_text' && backend !== 'unknown';
}
