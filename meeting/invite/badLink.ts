import type { ParleyError } from '#protocol/errors.ts';

/** A link, code or address that can't be used. `detail` says what is wrong and what to do, and never repeats the text. */
export function badLink(detail: string): { readonly ok: false; readonly error: ParleyError } {
  return { ok: false, error: { code: 'bad-link', detail } };
}
