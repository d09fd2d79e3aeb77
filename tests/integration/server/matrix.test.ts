// Role x command x state of the room, whole (reliability figure 17): a real server answers what the rules say.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ParticipantId, PrincipalId, RoomId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { CommandRequest } from '#protocol/wire/command.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { DEFAULT_ROLES } from '#meeting/permissions.ts';
import { decide } from '#meeting/room/decide.ts';
import { fold } from '#meeting/room/evolve.ts';
import type { Storage } from '#server/contract.ts';
import { openDelayedStorage } from '#tests/fixtures/delayedStorage.ts';
import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { Gate } from './gate.ts';
import { type Cast, commandsFor } from './matrixCommands.ts';
import { type Joined, TestRoom } from './testRoom.ts';

const ROLES = Object.keys(DEFAULT_ROLES);

/** How the room is when the command comes. Ana, the host, brings it about; then only who gives the command stays. */
const STATES = {
  open: async () => {},
  locked: ({ ana }) => order(ana, { type: 'lock' }),
  'behind a lobby': ({ ana }) => order(ana, { type: 'set-lobby', on: true }),
  'about to end': ({ ana }) => order(ana, { type: 'schedule-end', reason: '', lock: false, inMs: 60_000 }),
  'without a host': ({ ana }) => order(ana, { type: 'leave' }),
  'with nobody else': async ({ ana, cleo }) => {
    await order(cleo, { type: 'leave' });
    await order(ana, { type: 'leave' });
  },
} as const satisfies Record<string, (people: People) => Promise<unknown>>;
type State = keyof typeof STATES;

const gate = new Gate();
let storage: Storage;
let server: TestServer;

beforeAll(async () => {
  storage = await openDelayedStorage(() => gate.pass());
  server = await startServer({ storage, guards: { roomsPerHour: 1_000_000 } });
});

afterAll(() => server.dispose());

interface People {
  readonly room: TestRoom;
  readonly ana: Joined;
  readonly ben: Joined;
  readonly cleo: Joined;
  readonly cast: Cast;
}

let commands = 0;

async function order({ wire }: Joined, command: CommandRequest): Promise<string> {
  commands += 1;
  const { type, code } = await wire.command({ ...command, id: `command-${commands}` });
  return type === 'ok' ? type : (code ?? type);
}

/** Ana is host, Ben has the role and gives the commands, Cleo is a guest, and Dan was barred. */
async function meeting(role: string): Promise<People> {
  const room = await TestRoom.create(server.address);
  const ana = await room.host('Ana');
  const [ben, cleo, dan] = [await room.guest('Ben'), await room.guest('Cleo'), await room.guest('Dan')];
  const barred = (await roomNow(room)).participants[dan.id]?.principal as PrincipalId;
  expect(await order(ana, { type: 'remove', participant: dan.id as ParticipantId, reason: '', bar: true })).toBe('ok');
  expect(await order(ana, { type: 'change-role', participant: ben.id as ParticipantId, role })).toBe('ok');
  const [giver, other, gone] = [ben.id, cleo.id, dan.id] as [ParticipantId, ParticipantId, ParticipantId];
  return { room, ana, ben, cleo, cast: { giver, other, gone, barred } };
}

async function eventsOf({ id }: TestRoom): Promise<readonly RoomEvent[]> {
  return (await storage.log.read(id as RoomId, 0)).events;
}

async function roomNow(room: TestRoom): Promise<Room> {
  const now = fold(null, await eventsOf(room));
  if (now === null) throw new Error('the room was never made');
  return now;
}

interface Verdict {
  readonly answer: string;
  readonly events: readonly string[];
}

/** What the rules say to Ben's command in this state of the room. */
function ruled(room: Room, principal: PrincipalId, command: CommandRequest): Verdict {
  const giver = { kind: 'principal', principal } as const;
  const decision = decide(room, { by: giver, at: Date.now(), command: { ...command, id: 'x' as never } });
  if (!decision.ok) return { answer: decision.error.code, events: [] };
  return { answer: 'ok', events: decision.events.map(({ type }) => type) };
}

/** What the server has answered, and written down since the room had that many events. */
async function came(room: TestRoom, answer: string, since: number): Promise<Verdict> {
  return { answer, events: (await eventsOf(room)).slice(since).map(({ type }) => type) };
}

const principalIn = ({ participants }: Room, { giver }: Cast): PrincipalId =>
  participants[giver]?.principal as PrincipalId;

const names = Object.keys(commandsFor({} as Cast));
const cells = ROLES.flatMap((role) => (Object.keys(STATES) as State[]).map((state) => ({ role, state })));

describe('the server answers as the rules decide', () => {
  test.each(cells)('to a $role in a room that is $state', { timeout: 120_000 }, async ({ role, state }) => {
    let people: People | null = null;
    for (const name of names) {
      if (people === null) {
        people = await meeting(role);
        await STATES[state](people);
      }
      const { room, ben, cast } = people;
      const command = commandsFor(cast)[name] as CommandRequest;
      const before = await roomNow(room);
      const verdict = ruled(before, principalIn(before, cast), command);
      const outcome = await came(room, await order(ben, command), before.rev);
      expect({ name, ...outcome }).toEqual({ name, ...verdict });
      // What was refused has changed nothing: the next command finds the same room.
      if (verdict.events.length > 0) people = null;
    }
  });
});

const pairs = ROLES.flatMap((before) => ROLES.filter((after) => after !== before).map((after) => ({ before, after })));

describe('rights are read at commit, not when the command was given (invariant 6)', () => {
  let differing = 0;

  test.each(pairs)('by a $before who becomes $after meanwhile', { timeout: 120_000 }, async ({ before, after }) => {
    let people: People | null = null;
    for (const name of names) {
      people ??= await meeting(before);
      const { room, ana, ben, cast } = people;
      const command = commandsFor(cast)[name] as CommandRequest;
      const was = await roomNow(room);
      const change: CommandRequest = { type: 'change-role', participant: cast.giver, role: after };
      // Ana's change is on its way to the disk when Ben's command comes.
      const held = gate.close();
      const changed = order(ana, change);
      await held;
      const answer = order(ben, command);
      await ben.wire.settle();
      gate.open();
      expect(await changed).toBe('ok');
      const now = await came(room, await answer, was.rev);
      const principal = principalIn(was, cast);
      const then = fold(was, (await eventsOf(room)).slice(was.rev, was.rev + 1));
      if (then === null) throw new Error('the room is gone');
      const verdict = ruled(then, principal, command);
      const { answer: ruling, events } = verdict;
      expect({ name, ...now }).toEqual({ name, answer: ruling, events: ['role-changed', ...events] });
      if (ruled(was, principal, command).answer !== ruling) differing += 1;
      // What was refused has changed nothing but the role, which Ana gives back.
      if (events.length === 0) await order(ana, { ...change, role: before });
      else people = null;
    }
  });

  test('in many cases it would have been another answer before', () => {
    expect(differing).toBeGreaterThan(50);
  });
});
