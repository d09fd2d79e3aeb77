import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { type Joined, TestRoom } from './testRoom.ts';
import { Wire } from './wire.ts';

const CLOSES = { badFrame: 4010, frameTooBig: 4011, helloLate: 4012, refused: 4000 };

let server: TestServer;
let room: TestRoom;
let ana: Joined;
let ben: Joined;

beforeEach(async () => {
  server = await startServer();
  room = await TestRoom.create(server.address);
  ana = await room.host('Ana');
  ben = await room.guest('Ben');
  await ana.wire.settle();
});

afterEach(() => server.dispose());

/** Whatever the hostile one did: the server is up, the others were told nothing of it, people come and go as before. */
async function othersNoticeNothing(): Promise<void> {
  await ana.wire.settle();
  const seen = ana.wire.events.map(({ type }) => type).filter((type) => type !== 'connection-lost');
  expect(seen).toEqual(['participant-joined']);
  expect(ana.wire.count('error')).toBe(0);
  expect(await ana.wire.command({ type: 'rename', id: 'alive', name: 'Ana Alive' })).toMatchObject({ type: 'ok' });
  expect((await room.guest('Cid')).welcome.type).toBe('welcome');
}

const rename = (more: string) => `{"type":"rename","id":"x"${more}}`;

describe('somebody in the room who sends', () => {
  test.each([
    ['what is not JSON', 'not json at all', 'bad-frame'],
    ['half of it', '{"type":"rename","id":"x","name":', 'bad-frame'],
    ['an array', '[1,2,3]', 'bad-frame'],
    ['null', 'null', 'bad-frame'],
    ['a number too big to be one', '1e999', 'bad-frame'],
    ['an object without a type', '{"id":"x"}', 'bad-frame'],
    ['the same key twice', rename(',"name":"Eve","name":"Eve"'), 'bad-frame'],
    ['the same key twice, once in disguise', rename(',"name":"Eve","n\\u0061me":"Eve"'), 'bad-frame'],
    [
      'the same key twice, deeper down',
      '{"type":"set-media-state","id":"x","media":{"camera":true,"camera":true,"microphone":true,"screen":true}}',
      'bad-frame',
    ],
    ['__proto__', rename(',"name":"Eve","__proto__":{"role":"host"}'), 'bad-frame'],
    ['__proto__ in disguise', rename(',"name":"Eve","__pr\\u006fto__":{}'), 'bad-frame'],
    ['constructor', rename(',"name":"Eve","constructor":{"prototype":{}}'), 'bad-frame'],
    ['a very deep object', '{"a":'.repeat(2_000) + '1' + '}'.repeat(2_000), 'bad-frame'],
    ['very deep arrays', `{"type":"rename","id":"x","name":${'['.repeat(9_000)}${']'.repeat(9_000)}}`, 'bad-frame'],
    ['a second hello', '{"type":"hello"}', 'hello-twice'],
  ])('%s is told so and out', async (_what, text, code) => {
    ben.wire.send(text);
    expect(await ben.wire.next('error')).toMatchObject({ code });
    expect(await ben.wire.closed).toBe(CLOSES.badFrame);
    expect(ben.wire.count('meeting-left')).toBe(0);
    await othersNoticeNothing();
  });

  test('a binary frame is told so and out', async () => {
    ben.wire.send(Buffer.from(rename(',"name":"Eve"')));
    expect(await ben.wire.next('error')).toMatchObject({ code: 'bad-frame' });
    expect(await ben.wire.closed).toBe(CLOSES.badFrame);
    await othersNoticeNothing();
  });

  test('a frame over 64 KiB is told so and out', async () => {
    ben.wire.send(rename(`,"name":"${'x'.repeat(65_536)}"`));
    expect(await ben.wire.next('error')).toMatchObject({ code: 'frame-too-big' });
    expect(await ben.wire.closed).toBe(CLOSES.frameTooBig);
    await othersNoticeNothing();
  });

  test('a frame of megabytes is out before it is read', async () => {
    ben.wire.send('x'.repeat(5_000_000));
    expect(await ben.wire.closed).toBe(1009);
    await othersNoticeNothing();
  });

  test('a message in more than 16 fragments is out', async () => {
    for (let index = 0; index < 20; index += 1) ben.wire.socket.send('x', { fin: index === 19 });
    expect(await ben.wire.closed).toBe(1008);
    await othersNoticeNothing();
  });

  test('text that is not UTF-8 is out', async () => {
    ben.wire.socket.send(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), { binary: false });
    expect(await ben.wire.closed).toBe(1007);
    await othersNoticeNothing();
  });

  test.each([
    ['an unknown type', '{"type":"make-me-host","id":"x"}', 'unknown-type', /type/],
    ['a server frame', '{"type":"meeting-left","id":"x"}', 'unknown-type', /type/],
    ['a type that objects inherit', '{"type":"toString","id":"x"}', 'unknown-type', /type/],
    ['a number for a name', rename(',"name":7'), 'bad-frame', /^name/],
    ['no name', rename(''), 'bad-frame', /^name/],
    ['an empty name', rename(',"name":"\\u200b \\u202e"'), 'bad-frame', /^name/],
    ['a name of 81 characters', rename(`,"name":"${'n'.repeat(81)}"`), 'bad-frame', /^name/],
    ['a field that is not known', rename(',"name":"Eve","role":"host"'), 'bad-frame', /^role/],
    ['a command for another room', rename(',"name":"Eve","room":"abc-defg-hij"'), 'bad-frame', /^room/],
    [
      'a number for a switch',
      '{"type":"set-media-state","id":"x","media":{"camera":1,"microphone":true,"screen":true}}',
      'bad-frame',
      /^media\.camera/,
    ],
    [
      'a participant id with a space',
      '{"type":"remove","id":"x","participant":"a b c d e f","reason":"","bar":true}',
      'bad-frame',
      /^participant/,
    ],
    [
      'a huge generation',
      '{"type":"signal","to":"aaaaaaaa","link":"aaaaaaaa~bbbbbbbb","generation":1e300,"data":""}',
      'bad-frame',
      /^generation/,
    ],
    ['no id', '{"type":"lock"}', 'bad-frame', /^id/],
    ['an id of 41 characters', `{"type":"lock","id":"${'i'.repeat(41)}"}`, 'bad-frame', /^id/],
    ['a ping that counts nothing', '{"type":"ping","n":"one"}', 'bad-frame', /^n/],
  ])('%s is told which field is wrong, and stays', async (_what, text, code, field) => {
    ben.wire.send(text);
    const error = await ben.wire.next('error');
    expect(error).toMatchObject({ code });
    expect(error.message).toMatch(field);
    await ben.wire.settle();
    expect(ben.wire.isClosed).toBe(false);
    await othersNoticeNothing();
  });

  test('a command with a wrong field gets the answer under its id', async () => {
    expect(await ben.wire.command({ type: 'rename', id: 'mine', name: 7 })).toMatchObject({
      type: 'error',
      id: 'mine',
      code: 'bad-frame',
    });
    await othersNoticeNothing();
  });

  test('what it received back in an error message never is', async () => {
    ben.wire.send('{"type":"ack-resume","token":"CANARY-CANARY-CANARY"}');
    expect(JSON.stringify(await ben.wire.next('error'))).not.toContain('CANARY');
    await othersNoticeNothing();
  });

  test('bad frames again and again is out', async () => {
    for (let index = 0; index < 12; index += 1) ben.wire.send('{"type":"nothing"}');
    expect(await ben.wire.closed).toBe(CLOSES.badFrame);
    expect(ben.wire.count('error')).toBeGreaterThanOrEqual(10);
    await othersNoticeNothing();
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'a removal of "%s" names nobody',
    async (name) => {
      const removal = { type: 'remove', id: 'r', participant: name, reason: '', bar: true };
      expect(await ana.wire.command(removal)).toMatchObject({
        code: 'bad-frame',
        message: expect.stringMatching(/^participant/),
      });
    },
  );

  test('a removal of somebody in another room finds nobody', async () => {
    const other = await TestRoom.create(server.address);
    const dan = await other.host('Dan');
    expect(
      await ana.wire.command({ type: 'remove', id: 'r', participant: dan.id, reason: '', bar: true }),
    ).toMatchObject({
      code: 'no-such-participant',
    });
    await dan.wire.settle();
    expect(dan.wire.isClosed).toBe(false);
  });
});

describe('a connection that', () => {
  test('says something before hello is told so and out', async () => {
    const wire = await Wire.open(server.address);
    wire.send(rename(',"name":"Eve"'));
    expect(await wire.next('error')).toMatchObject({ code: 'hello-expected' });
    expect(await wire.closed).toBe(CLOSES.badFrame);
    await othersNoticeNothing();
  });

  test('says hello twice at once is told so and out', async () => {
    const { token } = await room.token();
    const wire = await Wire.open(server.address);
    wire.send(room.hello(token, 'Eve'));
    wire.send(room.hello(token, 'Eve'));
    expect(await wire.next('error')).toMatchObject({ code: 'hello-twice' });
    expect(await wire.closed).toBe(CLOSES.badFrame);
    expect(await ana.wire.command({ type: 'rename', id: 'alive', name: 'Ana Alive' })).toMatchObject({ type: 'ok' });
  });

  test.each([
    ['another version', { protocol: 'parley.v2' }, 'protocol-version'],
    ['no version', { protocol: undefined }, 'bad-frame'],
    ['a token that is none', { token: 'nonsense' }, 'bad-token'],
    ['an overlong token', { token: 'x'.repeat(5_000) }, 'bad-frame'],
    ['another room than the token', { room: 'aaa-aaaa-aaa' }, 'wrong-room'],
    ['a room that is none', { room: '../../etc/passwd' }, 'bad-frame'],
    ['a name of nothing', { name: ' \u200b ' }, 'bad-frame'],
    ['a field that is not known', { role: 'host' }, 'bad-frame'],
    ['a wrong field', { media: { microphone: true, camera: true } }, 'bad-frame'],
  ])('says hello with %s is refused', async (_what, change, code) => {
    const { token } = await room.token();
    const wire = await Wire.open(server.address);
    wire.send({ ...room.hello(token, 'Eve'), ...change });
    expect(await wire.next('refused')).toMatchObject({ code });
    expect(await wire.closed).toBe(CLOSES.refused);
    await othersNoticeNothing();
  });

  test('resumes with nonsense is refused', async () => {
    const wire = await Wire.open(server.address);
    wire.send({ type: 'hello', protocol: 'parley.v1', clientId: 'x', room: room.id, resume: { sessionId: 'x' } });
    expect(await wire.next('refused')).toMatchObject({ code: 'bad-frame' });
    await othersNoticeNothing();
  });
});

test('a connection that says nothing is out after the time for a hello', async () => {
  const strict = await startServer({ guards: { helloMs: 100 } });
  const wire = await Wire.open(strict.address);
  expect(await wire.next('error')).toMatchObject({ code: 'hello-late' });
  expect(await wire.closed).toBe(CLOSES.helloLate);
  await strict.dispose();
});
