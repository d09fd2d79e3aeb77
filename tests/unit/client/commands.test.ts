import { beforeEach, describe, expect, test } from 'vitest';

import type { CommandRequest } from '#protocol/wire/command.ts';
import type { Incarnation } from '#protocol/ids.ts';

import { BEN, events, meetingLeft, participant, refused, renamed, room, ANA, welcome } from './scripted/frames.ts';
import { Player } from './scripted/world.ts';

let player: Player;

beforeEach(async () => {
  player = new Player();
  await player.join();
});

const remove: CommandRequest = { type: 'remove', participant: BEN, reason: '', bar: false };

function idOf(type: 'remove' | 'lock' | 'rename', at = 0) {
  const command = player.world.socket.of(type)[at];
  if (command === undefined) throw new Error(`no ${type} was sent`);
  return command.id;
}

test('a command is sent with an id of its own and settles with its answer, whatever the order', async () => {
  const { socket } = player.world;
  const [first, second] = [player.client.command(remove), player.client.command({ type: 'lock' })];
  socket.receive({ type: 'error', id: idOf('lock'), code: 'already-locked', message: 'locked' });
  socket.receive({ type: 'ok', id: idOf('remove'), rev: 12 });
  expect(await first).toEqual({ ok: true, value: 12 });
  expect(await second).toEqual({ ok: false, error: { code: 'already-locked', detail: 'locked' } });
});

test('nothing shows before its event comes: nobody guesses the next state', () => {
  void player.client.command({ type: 'rename', name: 'Anna' });
  player.world.socket.receive({ type: 'ok', id: idOf('rename'), rev: 11 });
  expect(player.in('joined').room.participants[ANA]?.name).toBe('Ana');
  player.world.socket.receive(events(11, renamed(ANA, 'Anna')));
  expect(player.in('joined').room.participants[ANA]?.name).toBe('Anna');
});

test('ids are unique over commands and over runs of the same person', async () => {
  const ids = new Set<string>();
  for (let run = 0; run < 20; run += 1) {
    const other = new Player();
    const socket = await other.join();
    for (let turn = 0; turn < 5; turn += 1) void other.client.command({ type: 'lock' });
    for (const { id } of socket.of('lock')) ids.add(id);
  }
  expect(ids.size).toBe(100);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{1,40}$/);
});

test('one that is never answered settles as timed out, and an answer after that changes nothing', async () => {
  const answer = player.client.command(remove);
  for (let second = 0; second < 30; second += 5) {
    player.world.socket.receive({ type: 'ping', n: second });
    player.world.clock.advance(5_000);
  }
  expect(await answer).toEqual({ ok: false, error: { code: 'timed-out' } });
  player.world.socket.receive({ type: 'ok', id: idOf('remove'), rev: 12 });
  expect(player.phase).toBe('joined');
});

test('one that was answered is not timed out later', async () => {
  const { socket, clock } = player.world;
  const waiting = clock.waiting;
  const answer = player.client.command({ type: 'lock' });
  socket.receive({ type: 'ok', id: idOf('lock'), rev: 11 });
  await answer;
  expect(clock.waiting).toBe(waiting);
});

test('one that was still being sealed when the stay ended settles as said nowhere', async () => {
  const { socket, cryptography } = player.world;
  await player.world.settle();
  cryptography.nextTake(5);
  const answers: unknown[] = [];
  const said = player.client.chat.say({ text: 'Wait!', mentions: [] }, player.client.chat.nextId());
  void said.then((answer) => answers.push(answer));
  socket.receive(meetingLeft('REMOVE_PEER'));
  await player.world.settle();
  expect(socket.of('chat')).toEqual([]);
  expect(answers).toEqual([{ ok: false, error: { code: 'not-joined' } }]);
});

test('an answer to nobody, or without an id, is passed over', () => {
  player.world.socket.receive(
    { type: 'ok', id: 'stranger' as never, rev: 12 },
    { type: 'error', code: 'bad-frame', message: 'what?' },
  );
  expect(player.phase).toBe('joined');
});

describe('before joined', () => {
  test.each<CommandRequest>([
    { type: 'leave' },
    { type: 'end-room', reason: '', lock: false },
    remove,
    { type: 'lock' },
  ])('$type is refused and harmless', async (request) => {
    const other = new Player();
    expect(await other.client.command(request)).toEqual({ ok: false, error: { code: 'not-joined' } });
    await other.connect();
    other.world.socket.open();
    expect(await other.client.command(request)).toEqual({ ok: false, error: { code: 'not-joined' } });
    expect(other.phase).toBe('joining');
    expect(other.world.socket.sent).toHaveLength(1);
  });
});

describe('while reconnecting', () => {
  test.each<CommandRequest>([
    { type: 'end-room', reason: '', lock: true },
    remove,
    { type: 'unlock' },
    { type: 'rename', name: 'Anna' },
    { type: 'set-media-state', media: { microphone: false, camera: false, screen: false } },
  ])('$type is refused as offline, not pretended, and not sent later (semantics rule 7)', async (request) => {
    player.world.socket.end();
    expect(await player.client.command(request)).toEqual({ ok: false, error: { code: 'offline' } });
    player.world.clock.advance(1_000);
    player.world.socket.open();
    player.world.socket.receive(welcome({ snapshot: null }));
    expect(player.world.socket.of(request.type)).toEqual([]);
  });
});

describe('a connection lost with commands on their way', () => {
  test('gets them sent again by the same ids in the same order: none lost, none doubled', async () => {
    const [first, second] = [player.client.command(remove), player.client.command({ type: 'lock' })];
    const ids = [idOf('remove'), idOf('lock')];
    const socket = await player.reconnect();
    socket.open();
    socket.receive(welcome({ snapshot: null }));
    expect(socket.sent.slice(-2)).toMatchObject([{ type: 'remove' }, { type: 'lock' }]);
    expect([idOf('remove'), idOf('lock')]).toEqual(ids);
    for (const [at, id] of ids.entries()) socket.receive({ type: 'ok', id, rev: 11 + at });
    expect(await first).toEqual({ ok: true, value: 11 });
    expect(await second).toEqual({ ok: true, value: 12 });
  });

  test('does not send again what was answered', async () => {
    const answer = player.client.command(remove);
    player.world.socket.receive({ type: 'ok', id: idOf('remove'), rev: 11 });
    await answer;
    const socket = await player.reconnect();
    socket.open();
    socket.receive(welcome({ snapshot: null }));
    expect(socket.of('remove')).toEqual([]);
  });

  test('does not send again what was given up', async () => {
    const answer = player.client.command(remove);
    player.world.chance = 0.999;
    player.world.socket.end();
    for (let second = 0; second < 40; second += 1) {
      if (player.world.socket.live) player.world.socket.end();
      player.world.clock.advance(1_000);
    }
    expect(await answer).toEqual({ ok: false, error: { code: 'timed-out' } });
    player.client.nudge();
    player.world.socket.open();
    player.world.socket.receive(welcome({ snapshot: null }));
    expect(player.world.socket.of('remove')).toEqual([]);
  });

  test('keeps orders given to a meeting that is over from falling on the next one', async () => {
    const { world } = player;
    const answer = player.client.command({ type: 'end-room', reason: '', lock: true });
    const socket = await player.reconnect();
    socket.open();
    socket.receive(refused('resume-refused'));
    await world.until(() => world.sockets.length === 3);
    world.socket.open();
    const next = 'incarnation-2' as Incarnation;
    world.socket.receive(
      welcome({ incarnation: next, snapshot: room({ incarnation: next, rev: 20 }, [participant(ANA, 'Ana')]) }),
    );
    expect(await answer).toEqual({ ok: false, error: { code: 'offline' } });
    expect(world.socket.of('end-room')).toEqual([]);
  });
});

test('a reaction that was not answered is not sent again after a lost connection: its moment is over', async () => {
  const reacted = player.client.command({ type: 'react', reaction: 'applause' });
  const locked = player.client.command({ type: 'lock' });
  const socket = await player.reconnect();
  socket.open();
  await player.world.until(() => socket.sent.length > 0);
  socket.receive(welcome());
  expect(await reacted).toEqual({ ok: false, error: { code: 'offline' } });
  expect(socket.of('react')).toEqual([]);
  expect(socket.of('lock')).toHaveLength(1);
  socket.receive({ type: 'ok', id: idOf('lock'), rev: 11 });
  expect(await locked).toEqual({ ok: true, value: 11 });
});

test('a reaction is told as it comes, with the name of who is here, and not of anybody else', () => {
  const { socket } = player.world;
  socket.receive({ type: 'reacted', participant: BEN, reaction: 'heart', at: 5 });
  socket.receive({ type: 'reacted', participant: 'nobody-0000001' as typeof BEN, reaction: 'heart', at: 6 });
  expect(player.notices).toEqual([{ type: 'reacted', participantId: BEN, name: 'Ben', reaction: 'heart', at: 5 }]);
});
