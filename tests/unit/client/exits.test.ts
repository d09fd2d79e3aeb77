import { beforeEach, describe, expect, test } from 'vitest';

import type { ReasonType } from '#protocol/reasons.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import type { RemovedFromRoom } from '#protocol/wire/frame.ts';

import { ANA, AT, BEN, events, left, meetingLeft, participant, removed, room, welcome } from './scripted/frames.ts';
import { ACCESS, ME, Player } from './scripted/world.ts';

let player: Player;

beforeEach(async () => {
  player = new Player();
  await player.join();
});

const ended = (more: Partial<RemovedFromRoom> = {}) => removed({ roomWasEnded: true, ...more });

describe('an exit that the server tells', () => {
  test.each<[string, ReasonType, RemovedFromRoom | null, boolean]>([
    ['removed', 'REMOVE_PEER', removed(), true],
    ['removed and barred', 'REMOVE_PEER', removed({ locked: true }), false],
    ['removed through the API', 'REMOVE_PEER_API', removed({ peerWhoRemoved: null }), true],
    ['ended by another', 'REMOVE_ALL', ended(), true],
    ['ended by another, locked', 'REMOVE_ALL', ended({ locked: true }), false],
    ['ended through the API', 'MEETING_END_API', ended({ peerWhoRemoved: null }), true],
    ['closed by policy', 'ROOM_CLOSE', ended({ peerWhoRemoved: null }), true],
    ['taken over', 'DUPLICATE_PARTICIPANT', null, false],
    ['for an unknown reason', 'UNKNOWN', null, true],
  ])(
    '%s is one exit, told once and after the release, and never tried to get out of',
    (_what, type, removal, again) => {
      const { world, client } = player;
      if (removal !== null) world.socket.receive(removal);
      expect(player.phase).toBe('joined');
      world.socket.receive(meetingLeft(type));
      expect(player.exit).toMatchObject({ reason: { type }, removal, mine: false, mayRejoin: again, at: AT + 5 });
      expect(player.notices).toEqual([]);
      world.socket.end(4002);
      world.clock.advance(120_000);
      expect(world.sockets).toHaveLength(1);
      expect(world.clock.waiting).toBe(0);
      client.released();
      expect(player.notices).toEqual(removal === null ? [meetingLeft(type)] : [removal, meetingLeft(type)]);
    },
  );

  test('is the first of two, where a removal and an end race (semantics rule 1)', () => {
    const { socket } = player.world;
    socket.receive(removed(), ended(), meetingLeft('REMOVE_ALL'), meetingLeft('REMOVE_PEER'));
    expect(player.exit).toMatchObject({ reason: { code: 1008 }, removal: { roomWasEnded: true } });
    player.client.released();
    expect(player.codes()).toEqual([
      ['removed-from-room', true],
      ['meeting-left', 1008],
    ]);
  });

  test('that raced with my own leave is what the server says first', () => {
    const { socket } = player.world;
    void player.client.command({ type: 'leave' });
    socket.receive(removed(), meetingLeft('REMOVE_PEER'));
    expect(player.exit).toMatchObject({ reason: { code: 1002 }, mine: false });
  });

  test('without its removal frame is what its reason says, and no end (semantics rule 5)', () => {
    player.world.socket.receive(meetingLeft('REMOVE_PEER'));
    expect(player.exit).toMatchObject({ reason: { code: 1002 }, removal: null, mine: false });
  });
});

const end = (lock: boolean) => player.client.command({ type: 'end-room', reason: 'done', lock });

describe('my own end of the meeting', () => {
  test.each([true, false])('answers ok, then leaves, with no removal: locked %s', async (lock) => {
    const { socket } = player.world;
    const answer = end(lock);
    const [command] = socket.of('end-room');
    if (command === undefined) throw new Error('nothing was sent');
    socket.receive({ type: 'ok', id: command.id, rev: 11 }, meetingLeft('REMOVE_ALL'));
    expect(await answer).toEqual({ ok: true, value: 11 });
    expect(player.exit).toMatchObject({ reason: { code: 1008 }, removal: null, mine: true, mayRejoin: !lock });
    player.client.released();
    expect(player.codes()).toEqual([['meeting-left', 1008]]);
  });

  test('has happened, too, where only its tombstone says so', async () => {
    const answer = end(true);
    const socket = await player.reconnect();
    socket.open();
    socket.receive(meetingLeft('REMOVE_ALL'));
    expect(await answer).toMatchObject({ ok: true });
    expect(player.exit).toMatchObject({ mine: true, mayRejoin: false });
  });

  test('has not happened where another was faster', async () => {
    const answer = end(false);
    player.world.socket.receive(ended(), meetingLeft('REMOVE_ALL'));
    expect(await answer).toEqual({ ok: false, error: { code: 'not-joined' } });
    expect(player.exit.mine).toBe(false);
  });
});

const scheduled = (lock: boolean): RoomEvent => ({
  type: 'end-scheduled',
  end: {
    by: { participant: ANA, name: 'Ana' },
    principal: participant(ANA, 'Ana').principal,
    note: '',
    locked: lock,
    endsAt: AT + 10_000,
  },
  at: AT,
});

describe('the end that I scheduled', () => {
  test.each([true, false])('is mine when it comes, and I know whether it locked: %s', (lock) => {
    const { socket } = player.world;
    socket.receive(events(11, scheduled(lock)));
    expect(player.in('joined').room.scheduledEnd?.endsAt).toBe(AT + 10_000);
    socket.receive(meetingLeft('REMOVE_ALL'));
    expect(player.exit).toMatchObject({ mine: true, removal: null, mayRejoin: !lock });
  });

  test('does not count where I ended it at once, and otherwise', () => {
    const { socket } = player.world;
    socket.receive(events(11, scheduled(true)));
    void end(false);
    socket.receive(meetingLeft('REMOVE_ALL'));
    expect(player.exit).toMatchObject({ mine: true, mayRejoin: true });
  });
});

describe('after an exit', () => {
  beforeEach(() => {
    player.world.socket.receive(removed(), meetingLeft('REMOVE_PEER'));
  });

  test('nothing goes on before everything is released', async () => {
    player.client.dismiss();
    expect(player.client.open(ACCESS)).toEqual({ ok: false, error: { code: 'wrong-phase' } });
    expect(await player.client.join(ME)).toEqual({ ok: false, error: { code: 'wrong-phase' } });
    expect(player.phase).toBe('over');
    player.client.released();
    player.client.dismiss();
    expect(player.phase).toBe('idle');
    expect(player.client.inviteLink()).toBeNull();
  });

  test('one can come back as who one was, and all is told anew', async () => {
    player.client.released();
    await player.connect();
    player.world.socket.open();
    player.world.socket.receive(welcome());
    expect(player.phase).toBe('joined');
    player.world.socket.receive(meetingLeft('ROOM_CLOSE'));
    player.client.released();
    expect(player.codes()).toEqual([
      ['removed-from-room', false],
      ['meeting-left', 1002],
      ['meeting-left', 1006],
    ]);
  });

  test('a rejoin that is refused is back in preview with why', async () => {
    player.client.released();
    const { joined } = await player.connect();
    player.world.socket.open();
    player.world.socket.receive({ type: 'refused', code: 'barred', message: 'no' });
    expect(await joined).toMatchObject({ ok: false, error: { code: 'barred' } });
    expect(player.in('preview').refusal?.code).toBe('barred');
  });
});

test('the others are told of each leave, with its reason, when the room has taken it in', () => {
  const seen: boolean[] = [];
  player.client.onNotice((notice) => {
    if (notice.type === 'participant-left') seen.push(BEN in player.in('joined').room.participants);
  });
  player.world.socket.receive(events(11, left(BEN, 'REMOVE_PEER')));
  expect(player.notices).toEqual([
    {
      type: 'participant-left',
      participantId: BEN,
      name: 'Ben',
      reason: expect.objectContaining({ code: 1002 }),
      at: AT + 3,
    },
  ]);
  expect(seen).toEqual([false]);
});

test('a room without me is not shown: my last frames are on their way', () => {
  player.world.socket.receive(events(11, left(ANA, 'REMOVE_PEER')));
  expect(player.in('joined').room.participants[ANA]).toBeDefined();
  expect(player.notices).toEqual([]);
});

test('leaving a room that is locked offers no way back in', async () => {
  const other = new Player();
  const socket = await other.join(welcome({ snapshot: room({ lock: { by: null, at: AT } }) }));
  socket.receive(meetingLeft('MANUAL_LEAVE_CALLED'));
  expect(other.exit.mayRejoin).toBe(false);
});
