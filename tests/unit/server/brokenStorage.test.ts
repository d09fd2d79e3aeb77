import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { fold } from '#meeting/room/evolve.ts';
import { roomSeen, sightOf } from '#meeting/room/sight.ts';
import type { Room } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import type { Storage } from '#server/contract.ts';
import { openStorage } from '#server/rooms/storage.ts';

import { HOST, ROOM, Stage, type Visitor } from './actorKit.ts';

// Storage that fails at any moment, before or after it did what it was told, under people who come, go, fall silent and
// give commands. Whatever happens: what was acknowledged is in the log, nothing is in it twice, and everybody who is in
// has the room that the log has.

type Step =
  | { readonly do: 'join'; readonly who: number }
  | { readonly do: 'drop'; readonly who: number }
  | { readonly do: 'rename'; readonly who: number; readonly again: boolean }
  | { readonly do: 'leave'; readonly who: number }
  | { readonly do: 'remove'; readonly who: number; readonly whom: number; readonly bar: boolean }
  | { readonly do: 'lock' | 'unlock'; readonly who: number }
  | { readonly do: 'pass'; readonly ms: number };

const who = fc.integer({ min: 0, max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('join' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drop' as const), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('rename' as const), who, again: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), who, whom: who, bar: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('lock' as const, 'unlock' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(500, 1_000, 31_000) }) },
);

/** For each call in turn: works, fails before it did anything, fails after. */
const faults = fc.array(fc.constantFrom('works', 'works', 'works', 'before', 'after'), { minLength: 1, maxLength: 60 });

/** A take-over that was committed and then refused left somebody live whom nobody served. */
const ONCE_BROKEN: [Step[], string[]] = [
  [
    { do: 'remove', who: 0, whom: 0, bar: false },
    { do: 'remove', who: 0, whom: 0, bar: false },
    { do: 'join', who: 0 },
    { do: 'leave', who: 1 },
    { do: 'leave', who: 1 },
  ],
  ['works', 'after', 'works', 'works'],
];

class Faulty {
  readonly storage: Storage;
  faults: readonly string[] = [];
  #calls = 0;

  constructor(inner: Storage) {
    this.storage = {
      ...inner,
      log: this.#wrap(inner.log),
      sessions: this.#wrap(inner.sessions),
      close: () => inner.close(),
    };
  }

  #wrap<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (object, name) => {
        const method = Reflect.get(object, name) as (...parameters: unknown[]) => unknown;
        if (name === 'watch') return method.bind(object);
        return async (...parameters: unknown[]) => {
          this.#calls += 1;
          const fault = this.faults[this.#calls % Math.max(1, this.faults.length)];
          if (fault === 'before') throw new Error('EIO');
          const result = await (method.apply(object, parameters) as Promise<unknown>);
          if (fault === 'after') throw new Error('EIO');
          return result;
        };
      },
    });
  }
}

/** People and what they did; everybody who is in reads along. */
class Play {
  readonly #stage: Stage;
  readonly visitors: Visitor[] = [];
  readonly acknowledged = new Set<string>();
  readonly #current = new Map<number, Visitor>();
  #names = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'pass') {
      await this.#stage.pass(step.ms);
      return;
    }
    if (step.do === 'join') {
      const { rev } = this.#stage.actor.chronicle;
      const visitor = await this.#stage.join(step.who === 0 ? HOST : `principal-number-${step.who}`, rev);
      this.visitors.push(visitor);
      if (visitor.session) this.#current.set(step.who, visitor);
      return;
    }
    const visitor = this.#current.get(step.who);
    if (!visitor?.session || visitor.closed !== null) return;
    if (step.do === 'drop') await this.#stage.drop(visitor);
    else await this.#command(visitor, step);
  }

  async #command(visitor: Visitor, step: Exclude<Step, { do: 'pass' | 'join' | 'drop' }>): Promise<void> {
    const id = `command-${(this.#names += 1)}`;
    const target = step.do === 'remove' ? this.#current.get(step.whom)?.session?.record.participant : undefined;
    const bodies = {
      rename: { name: id },
      leave: {},
      remove: { participant: target ?? 'nobody-there', reason: '', bar: step.do === 'remove' && step.bar },
      lock: {},
      unlock: {},
    };
    const command = { type: step.do, id, ...bodies[step.do] };
    await this.#stage.command(visitor, command);
    // Asked again, as somebody does who got no answer, or `unavailable`.
    if (step.do === 'rename' && step.again && visitor.closed === null) await this.#stage.command(visitor, command);
    const ok = visitor.sent.some((frame) => frame.type === 'ok' && frame.id === id);
    if (ok && step.do === 'rename') this.acknowledged.add(id);
  }
}

const isIn = ({ session, closed }: Visitor) => session !== null && closed === null;
/** Told so: who had no connection at the time could not be. */
const isOut = ({ session, closed }: Visitor) => session?.over === true && closed !== 'silent';

/** The room as this visitor has it, by the frames that came. */
function mirror({ sent }: Visitor): Room | null {
  let room: Room | null = null;
  for (const frame of sent) {
    if (frame.type === 'welcome') room = frame.snapshot as Room;
    if (frame.type !== 'events') continue;
    expect(frame.rev).toBe((room?.rev ?? 0) + 1);
    room = fold(room, frame.events as RoomEvent[]);
  }
  return room;
}

test(
  'a storage that fails now and then loses nothing that was acknowledged and does nothing twice',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), faults, async (steps, schedule) => {
        const faulty = new Faulty(await openStorage({ kind: 'memory' }));
        const stage = await Stage.set(faulty.storage);
        const play = new Play(stage);
        await play.take({ do: 'join', who: 0 });
        faulty.faults = schedule;
        for (const each of steps) await play.take(each);
        faulty.faults = [];
        await stage.pass(1_000);
        await stage.pass(1_000);

        const { events } = await faulty.storage.log.read(ROOM, 0);
        expect(fold(null, events)).toEqual(stage.actor.room);
        const renames = events.flatMap((event) => (event.type === 'participant-renamed' ? [event.name] : []));
        expect(new Set(renames).size).toBe(renames.length);
        for (const name of play.acknowledged) expect(renames).toContain(name);
        for (const { sent } of play.visitors) {
          expect(sent.filter(({ type }) => type === 'meeting-left').length).toBeLessThanOrEqual(1);
        }
        const { room } = stage.actor;
        for (const visitor of play.visitors.filter(isIn)) {
          expect(mirror(visitor)).toEqual(room && roomSeen(room, sightOf(room, visitor.id)));
        }
        for (const { sent } of play.visitors.filter(isOut)) expect(sent.at(-1)?.type).toBe('meeting-left');
        // Nobody is live in the log whom nobody serves.
        for (const participant of Object.values(stage.actor.room?.participants ?? {})) {
          const served = stage.actor.attendance.of(participant.id)?.connected ?? false;
          expect(participant.connection === 'live').toBe(served);
        }
        await stage.actor.close();
      }),
      { numRuns: 1_000, examples: [ONCE_BROKEN] },
    );
  },
);
