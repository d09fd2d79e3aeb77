import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { LinkId, Millis, ParticipantId, PrincipalId, RoomId } from '#protocol/ids.ts';
import { Command, DURABLE_COMMANDS } from '#protocol/wire/command.ts';
import { ClientFrame, Hello, HelloJoin, HelloResume, ServerFrame } from '#protocol/wire/frame.ts';

const MEDIA = { microphone: true, camera: false, screen: false };
const PARTICIPANT = 'participant-1';

const COMMANDS = {
  leave: {},
  'end-room': { reason: 'Done', lock: true },
  'schedule-end': { reason: 'Done', lock: true, inMs: 10_000 },
  'cancel-end': {},
  remove: { participant: PARTICIPANT, reason: '', bar: false },
  lock: {},
  unlock: {},
  'change-role': { participant: PARTICIPANT, role: 'co-host' },
  'set-media-state': { media: MEDIA },
  rename: { name: 'Ana' },
  mute: { participant: 'all', media: ['microphone', 'screen'] },
  'ask-to-unmute': { participant: PARTICIPANT, media: ['camera'] },
  'decline-unmute': {},
  unbar: { principal: 'principal-1' },
  'set-lobby': { on: true },
  admit: { principal: 'all' },
  'refuse-entry': { principal: 'principal-1', reason: '', bar: false },
  'send-to-lobby': { participant: PARTICIPANT, reason: '' },
  'raise-hand': { raised: true },
  'ask-to-share': {},
  'withdraw-share-ask': {},
  'answer-share': { accept: true },
  'lower-hand': { participant: 'all' },
  react: { reaction: 'heart' },
  spotlight: { participant: null },
  'set-recording': { on: true },
  chat: { sealed: 'c2VhbGVk' },
} as const satisfies Record<Command['type'], object>;
const TYPES = Object.keys(COMMANDS) as readonly Command['type'][];

const whole = (type: Command['type']) => ({ type, id: 'c-1', ...COMMANDS[type] });

describe('ids', () => {
  test.each(['kfr-wmbe-tqa', 'aaa-aaaa-aaa'])('%s is a room', (id) => {
    expect(v.is(RoomId, id)).toBe(true);
  });

  test.each(['KFR-WMBE-TQA', 'kfrwmbetqa', 'kfr-wmb3-tqa', 'kfr-wmbe-tqa\n', ' kfr-wmbe-tqa', '', 7, null])(
    '%j is no room',
    (id) => {
      expect(v.is(RoomId, id)).toBe(false);
    },
  );

  test.each(['short', 'a'.repeat(41), 'with space', 'with~tilde', 'with/slash', 'ünïcode-id', 'line\nbreak', ''])(
    '%j is no participant',
    (id) => {
      expect(v.is(ParticipantId, id)).toBe(false);
    },
  );

  test.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])(
    'are not what every object inherits: %s',
    (id) => {
      expect([ParticipantId, PrincipalId].map((schema) => v.is(schema, id))).toEqual([false, false]);
    },
  );

  test('of principals may be longer than those of participants', () => {
    expect([v.is(PrincipalId, 'a'.repeat(64)), v.is(PrincipalId, 'a'.repeat(65))]).toEqual([true, false]);
  });

  test('of links are two participants, and participants hold nothing that could part them', () => {
    expect(v.is(LinkId, 'participant-1~participant-2')).toBe(true);
    expect(v.is(LinkId, 'participant-1~participant-2~participant-3')).toBe(false);
    expect(v.is(LinkId, 'participant-1')).toBe(false);
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1', null])('%j is no time', (at) => {
    expect(v.is(Millis, at)).toBe(false);
  });
});

describe('a command', () => {
  test.each(TYPES)('%s is read, alone and as a frame', (type) => {
    expect(v.parse(Command, whole(type))).toEqual(whole(type));
    expect(v.parse(ClientFrame, whole(type))).toEqual(whole(type));
  });

  test.each(TYPES)('%s is refused without its id, and with anything more', (type) => {
    const { id: _id, ...without } = whole(type);
    expect(v.is(Command, without)).toBe(false);
    expect(v.is(Command, { ...whole(type), at: 1 })).toBe(false);
    expect(v.is(Command, { ...whole(type), by: 'somebody-else' })).toBe(false);
  });

  test.each(TYPES.flatMap((type) => Object.keys(COMMANDS[type]).map((field) => [type, field] as const)))(
    '%s is refused without its %s',
    (type, field) => {
      const { [field]: _gone, ...without } = whole(type) as Record<string, unknown>;
      expect(v.is(Command, without)).toBe(false);
    },
  );

  test.each(['join', 'create', 'resume', 'close', 'end-by-api', 'expire-lost', '', '__proto__', null])(
    'that only a server gives, or nobody, is refused: %j',
    (type) => {
      expect(v.is(Command, { type, id: 'c-1' })).toBe(false);
    },
  );

  test.each([999, 300_001, 1_000.5, '10000', null])('an end in %j ms is refused', (inMs) => {
    expect(v.is(Command, { ...whole('schedule-end'), inMs })).toBe(false);
  });

  test.each([1_000, 300_000])('an end in %j ms is read', (inMs) => {
    expect(v.is(Command, { ...whole('schedule-end'), inMs })).toBe(true);
  });

  test('cleans what others will read', () => {
    const reason = { ...whole('end-room'), reason: ' \u202EDone\u200B ' };
    expect(v.parse(Command, reason)).toMatchObject({ reason: 'Done' });
    expect(v.parse(Command, { ...whole('rename'), name: '  An\u00ADa\n' })).toMatchObject({ name: 'Ana' });
    expect(v.is(Command, { ...whole('rename'), name: '\u200B' })).toBe(false);
    expect(v.is(Command, { ...whole('end-room'), reason: 'a'.repeat(281) })).toBe(false);
  });

  test.each([
    ['mute', { media: [] }],
    ['mute', { media: ['microphone', 'camera', 'screen', 'screen'] }],
    ['mute', { media: ['speaker'] }],
    ['mute', { participant: 'some' }],
    ['ask-to-unmute', { media: [] }],
    ['ask-to-unmute', { media: ['screen'] }],
    ['ask-to-unmute', { participant: 'all' }],
    ['unbar', { principal: '__proto__' }],
    ['raise-hand', { raised: 'yes' }],
    ['answer-share', { accept: 'yes' }],
    ['ask-to-share', { participant: 'all' }],
    ['lower-hand', { participant: 'some' }],
    ['react', { reaction: 'a-word-of-my-own' }],
    ['spotlight', { participant: 'all' }],
    ['set-recording', { on: 'yes' }],
  ] as const)('%s is refused with %j', (type, wrong) => {
    expect(v.is(Command, { ...whole(type), ...wrong })).toBe(false);
  });

  test('is durable where it decides who may be in the room, and who may what', () => {
    const ends = ['end-room', 'schedule-end', 'cancel-end'];
    const others = ['remove', 'lock', 'unlock', 'change-role', 'unbar', 'set-lobby', 'refuse-entry', 'send-to-lobby'];
    expect(TYPES.filter((type) => DURABLE_COMMANDS.has(type))).toEqual([...ends, ...others]);
  });
});

describe('a hello', () => {
  const common = { type: 'hello', protocol: 'parley.v1', clientId: 'client-1', room: 'kfr-wmbe-tqa' };
  const join = { ...common, token: 'jwt', name: 'Ana', media: MEDIA };
  const resume = {
    ...common,
    resume: { sessionId: 'session-1', token: 'A'.repeat(43), incarnation: 'incarnation-1', rev: 7 },
  };

  test('joins or resumes, never both', () => {
    expect([v.is(HelloJoin, join), v.is(HelloResume, join)]).toEqual([true, false]);
    expect([v.is(HelloJoin, resume), v.is(HelloResume, resume)]).toEqual([false, true]);
    expect([v.is(Hello, join), v.is(Hello, resume), v.is(Hello, { ...join, ...resume })]).toEqual([true, true, false]);
  });

  test('is not among the frames after it', () => {
    expect([v.is(ClientFrame, join), v.is(ClientFrame, resume)]).toEqual([false, false]);
  });

  test('resumes only with a token of 256 bits', () => {
    const weak = { ...resume, resume: { ...resume.resume, token: 'A'.repeat(42) } };
    expect(v.is(Hello, weak)).toBe(false);
  });
});

describe('a signal', () => {
  const signal = {
    type: 'signal',
    to: PARTICIPANT,
    link: `${PARTICIPANT}~participant-2`,
    generation: 0,
    data: 'sealed',
  };

  test('can’t say who it is from: that is the server’s to stamp (invariant 4)', () => {
    expect(v.is(ClientFrame, signal)).toBe(true);
    expect(v.is(ClientFrame, { ...signal, from: 'participant-3' })).toBe(false);
    const { to: _to, ...stamped } = { ...signal, from: 'participant-3' };
    expect(v.is(ServerFrame, stamped)).toBe(true);
  });

  test.each([-1, 0.5, '0', null])('has a generation that counts, not %j', (generation) => {
    expect(v.is(ClientFrame, { ...signal, generation })).toBe(false);
  });

  test('is not longer than fits into a frame', () => {
    expect(v.is(ClientFrame, { ...signal, data: 'x'.repeat(49_152) })).toBe(true);
    expect(v.is(ClientFrame, { ...signal, data: 'x'.repeat(49_153) })).toBe(false);
  });
});

describe('a client’s frame', () => {
  test.each([null, [], 'leave', 7, {}, { type: 'leave' }, { type: ['leave'], id: 'c' }, { type: 'welcome' }])(
    'is not %j',
    (frame) => {
      expect(v.is(ClientFrame, frame)).toBe(false);
    },
  );

  test.each(['__proto__', 'constructor', 'prototype'])('with a field %s of its own is refused', (field) => {
    const frame: unknown = JSON.parse(`{"type":"lock","id":"c-1","${field}":{"role":"host"}}`);
    expect(v.is(ClientFrame, frame)).toBe(false);
  });
});
