import type { UpdateFailure } from '#protocol/ipc/updates.ts';

/** The library's words for: not what the feed says, by checksum or by signature. */
const TAMPERED = new Set(['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE']);
const NOT_WRITTEN = new Set(['ENOSPC', 'EACCES', 'EPERM', 'EROFS', 'EDQUOT']);
const UNREACHABLE = new Set(['ERR_UPDATER_CHANNEL_FILE_NOT_FOUND', 'ERR_UPDATER_LATEST_VERSION_NOT_FOUND']);

/** What a failed update is to people, from what the library threw. */
export function failureOf(error: unknown): UpdateFailure {
  const { code, statusCode, message } = (error ?? {}) as {
    readonly code?: unknown;
    readonly statusCode?: unknown;
    readonly message?: unknown;
  };
  const word = typeof code === 'string' ? code : '';
  if (TAMPERED.has(word)) return 'tampered';
  if (NOT_WRITTEN.has(word)) return 'not-written';
  const isNetwork = typeof message === 'string' && /net::|ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN/.test(message);
  return UNREACHABLE.has(word) || typeof statusCode === 'number' || isNetwork ? 'unreachable' : 'unreadable';
}
