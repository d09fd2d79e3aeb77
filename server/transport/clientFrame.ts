import * as v from 'valibot';

import { type ParleyError, type Result } from '#protocol/errors.ts';
import { CommandId } from '#protocol/ids.ts';
import { Command } from '#protocol/wire/command.ts';
import { ClientFrame, HelloJoin, HelloResume, PROTOCOL } from '#protocol/wire/frame.ts';

import { parseStrictJson } from './strictJson.ts';

const COMMANDS: ReadonlySet<string> = new Set(Command.options.map(({ entries }) => entries.type.literal));

/** By type, because a variant asks one form after the other whether it is the one, and most frames are of the last. */
const FORMS: ReadonlyMap<string, (typeof ClientFrame.options)[number]> = new Map(
  ClientFrame.options.map((form) => [form.entries.type.literal, form]),
);

/** A JSON object with a type: what every frame is. */
export interface RawFrame {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The frame's outline; whatever has none is not spoken to any further. */
export function parseFrame(text: string): Result<RawFrame> {
  const parsed = parseStrictJson(text);
  if (!parsed.ok) return bad(parsed.problem);
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad('not an object');
  return typeof (value as RawFrame).type === 'string' ? { ok: true, value: value as RawFrame } : bad('type: missing');
}

export type Hello = v.InferOutput<typeof HelloJoin> | v.InferOutput<typeof HelloResume>;

export function parseHello(frame: RawFrame): Result<Hello> {
  if (typeof frame.protocol === 'string' && frame.protocol !== PROTOCOL) {
    return { ok: false, error: { code: 'protocol-version', detail: `This server speaks ${PROTOCOL}.` } };
  }
  return 'resume' in frame ? check(HelloResume, frame) : check(HelloJoin, frame);
}

/** Any frame after the hello. */
export function parseClientFrame(frame: RawFrame): Result<ClientFrame> {
  const form = FORMS.get(frame.type);
  if (!form) return { ok: false, error: { code: 'unknown-type', detail: 'No frame has this type.' } };
  return check<v.GenericSchema<unknown, ClientFrame>>(form, frame);
}

/** The id of a command, where it can be read: the answer to a bad one still finds who waits for it. */
export function idOf(frame: RawFrame): CommandId | undefined {
  if (!COMMANDS.has(frame.type)) return undefined;
  const id = v.safeParse(CommandId, frame.id);
  return id.success ? id.output : undefined;
}

/** Whether an order to the room, which has an answer. */
export function isCommand(frame: ClientFrame): frame is Command {
  return COMMANDS.has(frame.type);
}

function check<Schema extends v.GenericSchema>(schema: Schema, frame: RawFrame): Result<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, frame, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  return bad(`${v.getDotPath(issue) ?? 'frame'}: ${reasonOf(issue)}`);
}

/** Names what was expected, never what was received: frames hold secrets, and messages end up in logs. */
function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'not a known field';
  if (issue.received === 'undefined') return 'missing';
  return issue.expected === null ? 'not in its form' : `not ${issue.expected}`;
}

const bad = (detail: string): { readonly ok: false; readonly error: ParleyError } => ({
  ok: false,
  error: { code: 'bad-frame', detail: detail.slice(0, 200) },
});
