import * as v from 'valibot';

import { ServerFrame } from '#protocol/wire/frame.ts';

const KNOWN: ReadonlySet<string> = new Set(ServerFrame.options.map((option) => option.entries.type.literal));

const AnyFrame = v.object({ type: v.string() });

/**
 * What a server sent: a frame, `unknown` for a type of a later version (to be passed over), or `malformed` for what no
 * Parley server sends, after which nothing on this connection can be trusted to be complete.
 */
export function readFrame(text: string): ServerFrame | 'unknown' | 'malformed' {
  const parsed = parseJson(text);
  const any = v.safeParse(AnyFrame, parsed);
  if (!any.success) return 'malformed';
  if (!KNOWN.has(any.output.type)) return 'unknown';
  const frame = v.safeParse(ServerFrame, parsed);
  return frame.success ? frame.output : 'malformed';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
