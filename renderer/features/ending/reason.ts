import * as v from 'valibot';

import { Note } from '#protocol/text.ts';

/** As many characters as everybody is shown. */
export const REASON_LENGTH = 280;

/** Whether it may be sent as a reason: empty is fine, too long is not. */
export function isReason(text: string): boolean {
  return v.is(Note, text);
}
