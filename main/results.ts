import type { ErrorCode, Result } from '#protocol/errors.ts';

/** Done, with nothing to say. */
export const done = { ok: true, value: null } as const satisfies Result<null>;

/** Refused. `detail` is English, for logs and folded details, without secrets. */
export function refused(code: ErrorCode, detail?: string): Extract<Result<never>, { ok: false }> {
  return { ok: false, error: detail === undefined ? { code } : { code, detail } };
}
