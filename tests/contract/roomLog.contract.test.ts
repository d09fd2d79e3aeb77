import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { PrincipalId, RoomId } from '#protocol/ids.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { CHAT } from '#protocol/wire/limits.ts';
import type { Append, RoomLog, Storage, StoredAnswer } from '#server/contract.ts';

import {
  closed,
  created,
  ended,
  HOST,
  joined,
  locked,
  opened,
  OTHER_ROOM,
  rolesDefined,
  ROOM,
  said,
} from './roomEvents.ts';
import { STORAGES } from './storages.ts';

const answer = (commandId: string, frame = '{"type":"ok"}', until = 1_000): StoredAnswer => ({
  principal: HOST,
  commandId,
  frame,
  until,
});

const append = (expectedRev: number, events: readonly RoomEvent[], more: Partial<Append> = {}): Append => ({
  room: ROOM,
  expectedRev,
  events,
  answers: [],
  durable: false,
  ...more,
});

describe.each(STORAGES)('the log of rooms in $name', ({ make, persistent }) => {
  let made: Awaited<ReturnType<typeof make>>;
  let storage: Storage;
  let log: RoomLog;

  const reopen = async () => {
    await storage.close();
    storage = await made.open();
    ({ log } = storage);
  };

  beforeEach(async () => {
    made = await make();
    storage = await made.open();
    ({ log } = storage);
  });

  afterEach(async () => {
    await storage.close();
    await made.dispose();
  });

  test('1. a room that nothing was appended to is at rev 0 and empty', async () => {
    expect(await log.read(ROOM, 0)).toEqual({ rev: 0, events: [] });
    expect(await log.openRooms()).toEqual([]);
  });

  test('2. events come back as they were appended, in order', async () => {
    const events = [created(), opened(), joined('participant-1')];
    expect(await log.append(append(0, events))).toEqual({ appended: true, rev: 3 });
    expect(await log.read(ROOM, 0)).toEqual({ rev: 3, events });
    await log.append(append(3, [rolesDefined(), locked()], { durable: true }));
    expect(await log.read(ROOM, 0)).toEqual({ rev: 5, events: [...events, rolesDefined(), locked()] });
  });

  test('3. a read begins after the rev that it names', async () => {
    await log.append(append(0, [created(), opened(), joined('participant-1')]));
    expect(await log.read(ROOM, 2)).toEqual({ rev: 3, events: [joined('participant-1')] });
    expect(await log.read(ROOM, 3)).toEqual({ rev: 3, events: [] });
    expect(await log.read(ROOM, 99)).toEqual({ rev: 3, events: [] });
  });

  test('4. an append to another rev than expected changes nothing and says where the room is', async () => {
    await log.append(append(0, [created()]));
    expect(await log.append(append(0, [created()], { answers: [answer('late')] }))).toEqual({
      appended: false,
      rev: 1,
    });
    expect(await log.append(append(2, [opened()]))).toEqual({ appended: false, rev: 1 });
    expect(await log.read(ROOM, 0)).toEqual({ rev: 1, events: [created()] });
    expect(await log.answer(ROOM, HOST, 'late', 0)).toBeNull();
  });

  test('5. of many appends at once to the same rev exactly one is taken', async () => {
    await log.append(append(0, [created(), opened()]));
    const ids = Array.from({ length: 20 }, (_, index) => `participant-${index}`);
    const outcomes = await Promise.all(
      ids.map((id) => log.append(append(2, [joined(id)], { durable: id.endsWith('7') }))),
    );
    expect(outcomes.filter(({ appended }) => appended)).toEqual([{ appended: true, rev: 3 }]);
    expect(outcomes.filter(({ appended }) => !appended).every(({ rev }) => rev === 3)).toBe(true);
    const { rev, events } = await log.read(ROOM, 2);
    const winner = ids[outcomes.findIndex(({ appended }) => appended)];
    expect({ rev, events }).toEqual({ rev: 3, events: [joined(winner ?? '')] });
  });

  test('6. rooms do not know of each other', async () => {
    await log.append(append(0, [created()], { answers: [answer('a')] }));
    await log.append(append(0, [created(OTHER_ROOM), opened()], { room: OTHER_ROOM }));
    expect((await log.read(ROOM, 0)).rev).toBe(1);
    expect((await log.read(OTHER_ROOM, 0)).rev).toBe(2);
    expect(await log.answer(OTHER_ROOM, HOST, 'a', 0)).toBeNull();
  });

  test('7. an answer is there with the events of its command, until its time is over', async () => {
    await log.append(append(0, [created()], { answers: [answer('a', '{"type":"ok","id":"a","rev":1}', 500)] }));
    expect((await log.answer(ROOM, HOST, 'a', 499))?.frame).toBe('{"type":"ok","id":"a","rev":1}');
    expect(await log.answer(ROOM, HOST, 'a', 500)).toBeNull();
    expect(await log.answer(ROOM, HOST, 'b', 0)).toBeNull();
    expect(await log.answer(ROOM, 'somebody-else' as PrincipalId, 'a', 0)).toBeNull();
  });

  test('8. an answer without events is stored too, and the first answer to an id stays', async () => {
    await log.append(append(0, [created()]));
    expect(await log.append(append(1, [], { answers: [answer('a', 'first')] }))).toEqual({ appended: true, rev: 1 });
    await log.append(append(1, [], { answers: [answer('a', 'second')] }));
    expect((await log.answer(ROOM, HOST, 'a', 0))?.frame).toBe('first');
  });

  test('9. sweeping forgets what is past its time, and nothing else', async () => {
    const answers = [answer('old', 'old', 100), answer('new', 'new', 200)];
    await log.append(append(0, [created()], { answers }));
    await log.sweep(150);
    expect(await log.answer(ROOM, HOST, 'old', 0)).toBeNull();
    expect((await log.answer(ROOM, HOST, 'new', 0))?.frame).toBe('new');
    expect((await log.read(ROOM, 0)).rev).toBe(1);
  });

  test('10. whoever watches a room is told of each append to it, and of no other, until they stop', async () => {
    const told: number[] = [];
    const unwatch = log.watch(ROOM, (rev) => told.push(rev));
    await log.append(append(0, [created(), opened()]));
    await log.append(append(0, [created(OTHER_ROOM)], { room: OTHER_ROOM }));
    await log.append(append(0, [created()]));
    await log.append(append(2, [joined('participant-1')]));
    unwatch();
    await log.append(append(3, [locked()]));
    expect(told).toEqual([2, 3]);
  });

  test('11. open rooms are those whose incarnation has begun and is not over', async () => {
    const rooms = ['aaa-aaaa-aaa', 'bbb-bbbb-bbb', 'ccc-cccc-ccc', 'ddd-dddd-ddd', 'eee-eeee-eee'] as RoomId[];
    const histories: readonly (readonly RoomEvent[])[] = [
      [],
      [opened()],
      [opened(), ended()],
      [opened(), closed()],
      [opened(), ended(), opened('incarnation-2')],
    ];
    for (const [index, room] of rooms.entries()) {
      await log.append(append(0, [created(room), ...(histories[index] ?? [])], { room }));
    }
    expect([...(await log.openRooms())].sort()).toEqual(['bbb-bbbb-bbb', 'eee-eeee-eee']);
    await log.append(append(2, [closed()], { room: 'bbb-bbbb-bbb' as RoomId }));
    expect(await log.openRooms()).toEqual(['eee-eeee-eee']);
  });

  test('12. a long log is read whole', async () => {
    const joins = Array.from({ length: 2_500 }, (_, index) => joined(`participant-${index}`));
    await log.append(append(0, [created(), opened(), ...joins]));
    const { rev, events } = await log.read(ROOM, 0);
    expect(rev).toBe(2_502);
    expect(events.at(-1)).toEqual(joins.at(-1));
  });

  test('13. what was said is read back in its place, and taken out by a sweep once it is kept no longer', async () => {
    const begin = [created(), opened(), joined('participant-1')];
    await log.append(append(0, [...begin, said(1_000, 'b25l'), locked(), said(2_000, 'dHdv')]));
    expect((await log.read(ROOM, 3)).events).toEqual([said(1_000, 'b25l'), locked(), said(2_000, 'dHdv')]);
    await log.sweep(1_000 + CHAT.keepMs);
    expect(await log.read(ROOM, 3)).toEqual({ rev: 6, events: [said(1_000), locked(), said(2_000, 'dHdv')] });
    expect(await log.append(append(6, [said(3_000, 'dHJp')]))).toEqual({ appended: true, rev: 7 });
    await log.sweep(2_000 + CHAT.keepMs);
    expect((await log.read(ROOM, 5)).events).toEqual([said(2_000), said(3_000, 'dHJp')]);
  });

  test('14. a sweep takes out all that was said in rooms that are not open, and nothing of those that are', async () => {
    const begin = [created(), opened(), joined('participant-1'), said(1_000, 'b25l')];
    await log.append(append(0, [...begin, ended()]));
    await log.append(append(0, [created(OTHER_ROOM), ...begin.slice(1)], { room: OTHER_ROOM }));
    await log.sweep(1_001);
    expect((await log.read(ROOM, 3)).events).toEqual([said(1_000), ended()]);
    expect((await log.read(OTHER_ROOM, 3)).events).toEqual([said(1_000, 'b25l')]);
  });

  if (!persistent) return;

  test('15. everything is there again after closing and opening', async () => {
    const { id } = storage;
    await log.append(append(0, [created(), opened()], { durable: true, answers: [answer('a', 'kept')] }));
    await log.append(append(2, [joined('participant-1')]));
    await reopen();
    expect(storage.id).toBe(id);
    expect(await log.read(ROOM, 0)).toEqual({ rev: 3, events: [created(), opened(), joined('participant-1')] });
    expect((await log.answer(ROOM, HOST, 'a', 0))?.frame).toBe('kept');
    expect(await log.openRooms()).toEqual([ROOM]);
    expect(await log.append(append(0, [created()]))).toEqual({ appended: false, rev: 3 });
    expect(await log.append(append(3, [locked()], { durable: true }))).toEqual({ appended: true, rev: 4 });
  });

  test('16. it rejects when it is closed, instead of pretending', async () => {
    await log.append(append(0, [created()]));
    await storage.close();
    await expect(log.append(append(1, [opened()]))).rejects.toThrow('closed');
    await expect(log.read(ROOM, 0)).rejects.toThrow('closed');
    storage = await made.open();
    expect((await storage.log.read(ROOM, 0)).rev).toBe(1);
  });

  test('17. a second server can not open what one has open', async () => {
    await expect(made.open()).rejects.toThrow('in use by another server');
    await log.append(append(0, [created()]));
    expect((await log.read(ROOM, 0)).rev).toBe(1);
  });
});
