import { createCipheriv, createHash, createHmac, hkdfSync, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { deriveInviteKeys, proveIdentity } from '#client/keys.ts';
import { seal, unseal } from '#client/seal.ts';
import { ErrorCode } from '#protocol/errors.ts';
import { FileMessage } from '#protocol/file.ts';
import { CreateRoomRequest, HttpError, JoinTokenAnswer, JoinTokenRequest, UnlockRequest } from '#protocol/http.ts';
import type { RoomId } from '#protocol/ids.ts';
import { REASONS } from '#protocol/reasons.ts';
import { RoomEvent } from '#protocol/wire/event.ts';
import { ClientFrame, Hello, ServerFrame } from '#protocol/wire/frame.ts';
import { CLOSE_CODES, DEFAULT_LIMITS } from '#protocol/wire/limits.ts';
import { LinkMessage } from '#renderer/media/mesh/linkMessage.ts';
import { inviteHashOf, principalOf } from '#server/credentials/identity.ts';
import { DEFAULT_GUARDS } from '#server/options.ts';

const DOC = readFileSync(join(import.meta.dirname, '../../../docs/protocol.md'), 'utf8');

const SCHEMAS: Readonly<Record<string, v.GenericSchema>> = {
  client: v.union([Hello, ClientFrame]),
  server: ServerFrame,
  event: RoomEvent,
  'http-error': HttpError,
  'link-message': LinkMessage,
  'file-message': FileMessage,
  CreateRoomRequest,
  JoinTokenRequest,
  JoinTokenAnswer,
  UnlockRequest,
};

const examples = [...DOC.matchAll(/^```json ?(?<kind>\S*)\n(?<text>[\s\S]*?)^```$/gm)].map(({ groups, index }) => ({
  kind: groups?.kind ?? '',
  text: groups?.text ?? '',
  line: DOC.slice(0, index).split('\n').length,
}));

const ofKind = (kind: string) =>
  examples.filter((example) => example.kind === kind).map(({ text }) => JSON.parse(text) as { readonly type: string });

const typesOf = (options: readonly { readonly entries: { readonly type: { readonly literal: string } } }[]) =>
  options.map(({ entries }) => entries.type.literal).sort();

const typesIn = (kind: string) => [...new Set(ofKind(kind).map(({ type }) => type))].sort();

describe('docs/protocol.md', () => {
  test.each(examples)('the example in line $line ($kind) is what the schema takes', ({ kind, text }) => {
    const schema = SCHEMAS[kind];
    expect(Object.keys(SCHEMAS)).toContain(kind);
    expect(v.safeParse(schema ?? v.never(), JSON.parse(text)).issues).toBeUndefined();
  });

  test('has an example of every frame and every event', () => {
    expect(typesIn('client')).toEqual([...typesOf(ClientFrame.options), 'hello'].sort());
    expect(typesIn('server')).toEqual(typesOf(ServerFrame.options));
    expect(typesIn('event')).toEqual(typesOf(RoomEvent.options));
  });

  test('names every error code that a server gives, and none that it does not', () => {
    const own = new Set(
      DOC.slice(DOC.indexOf('## Error codes'), DOC.indexOf('## Close codes')).match(/(?<=^\| `)[a-z-]+/gm),
    );
    const ofClients = new Set<ErrorCode>(ErrorCode.options.slice(ErrorCode.options.indexOf('offline')));
    const known = ErrorCode.options.filter(
      (code) => !ofClients.has(code) && code !== 'already-joined' && code !== 'too-slow',
    );
    expect([...own].sort()).toEqual([...known, 'bad-request'].sort());
  });

  test('names every close code and every reason', () => {
    for (const code of Object.values(CLOSE_CODES)) expect(DOC).toContain(`| ${code} |`);
    for (const [type, { code }] of Object.entries(REASONS)) {
      expect(DOC).toMatch(new RegExp(`${code}\\b.{0,5}\`${type}\``));
    }
  });

  test('tells the limits as they are', () => {
    const limits = DOC.slice(DOC.indexOf('## Limits'), DOC.indexOf('## Error codes'));
    const { frame, messagesPerSecond, burst, deadMs, participants } = DEFAULT_LIMITS;
    const { helloMs, backlogBytes, signalsPerSecond, signalBurst, failures, failuresMs, roomsPerHour } = DEFAULT_GUARDS;
    const told = [
      frame.toLocaleString('en'),
      `${helloMs / 1000} s`,
      `${messagesPerSecond} a second, ${burst} at once`,
      `${signalsPerSecond} a second, ${signalBurst} at once`,
      backlogBytes.toLocaleString('en'),
      `${deadMs / 1000} s`,
      `${failures} in ${failuresMs / 60_000} min`,
      `${roomsPerHour} an hour`,
      participants.toLocaleString('en'),
    ];
    for (const each of told) expect(limits).toContain(`| ${each} `);
  });

  test('an answer comes within two seconds, whatever storage does', () => {
    expect(DEFAULT_GUARDS.storageMs).toBeLessThan(2_000);
  });
});

/** The value in the row that begins so. */
const told = (name: string): string => {
  const row = DOC.split('\n').findLast((line) => line.startsWith(`| ${name}`)) ?? '';
  return /\| `([^`|]+)`\s*\|$/.exec(row)?.[1] ?? '';
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');

describe('the worked values of docs/protocol.md', () => {
  const SECRET = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
  const IDENTITY = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));
  const SERVER = 'meet.example.org:7470';
  const ROOM = 'kfr-wmbe-tqa' as RoomId;
  const LINK = 'jRs3_YpFw9p6M5om~zACPupYzHUKci5a1';
  const PLAIN = '{"kind":"ask","epoch":"e1"}';
  const IV = SECRET.subarray(0, 12);

  test('come out of nothing but the standard algorithms', () => {
    const derive = (info: string) => Buffer.from(hkdfSync('sha256', SECRET, '', info, 32));
    expect(told('invite secret')).toBe(SECRET.toString('base64url'));
    const inviteKey = derive('parley/invite/v1').toString('base64url');
    expect(told('invite key')).toBe(inviteKey);
    expect(told('invite hash')).toBe(sha256(inviteKey));
    const media = derive('parley/media/v1');
    expect(told('media key')).toBe(media.toString('base64url'));
    expect(told('identity secret')).toBe(IDENTITY.toString('base64url'));
    const proof = createHmac('sha256', IDENTITY).update(`parley/identity/v1 ${SERVER}`).digest('base64url');
    expect(told('identity proof')).toBe(proof);
    expect(told('principal id')).toBe(sha256(`parley/principal/v1 ${ROOM} ${proof}`).slice(0, 22));
    const cipher = createCipheriv('aes-256-gcm', media, IV).setAAD(Buffer.from(`${LINK} 1`));
    const sealed = Buffer.concat([IV, cipher.update(PLAIN), cipher.final(), cipher.getAuthTag()]);
    expect(told('sealed')).toBe(sealed.toString('base64url'));
    expect(DOC).toContain(`| \`${LINK}\`, \`1\``);
    expect(DOC).toContain(`| \`${PLAIN}\``);
  });

  test('come out of the client and the server', async () => {
    const keys = await deriveInviteKeys(webcrypto, told('invite secret'));
    expect(keys?.inviteKey).toBe(told('invite key'));
    expect(inviteHashOf(told('invite key'))).toBe(told('invite hash'));
    const proof = await proveIdentity(webcrypto, told('identity secret'), SERVER);
    expect(proof).toBe(told('identity proof'));
    expect(principalOf(ROOM, told('identity proof'))).toBe(told('principal id'));
    if (!keys) throw new Error('no keys');
    const context = { link: LINK, generation: 1 };
    const fixed = { subtle: webcrypto.subtle, getRandomValues: (array: Uint8Array) => (array.set(IV), array) };
    expect(await seal(fixed, keys.media, context, PLAIN)).toBe(told('sealed'));
    expect(await unseal(webcrypto, keys.media, context, told('sealed'))).toBe(PLAIN);
    expect(await unseal(webcrypto, keys.media, { ...context, generation: 2 }, told('sealed'))).toBeNull();
  });
});
