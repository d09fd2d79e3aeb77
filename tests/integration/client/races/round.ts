import { expect } from 'vitest';

import type { Access } from '#client/contract.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import { roomSeen } from '#meeting/room/sight.ts';
import type { RoomLog } from '#server/contract.ts';

import { must, Person, type PersonOptions } from '../harness/party.ts';
import type { Chance } from './chance.ts';
import { Track } from './track.ts';

/** Most milliseconds that a frame takes in a race, each way: enough for any of the orders to be first. */
const LATENCY_MS = 4;

export interface RoundPorts {
  readonly address: string;
  readonly log: RoomLog;
}

/** One run of a race: a room of its own, people of its own, chance of its own. */
export class Round {
  readonly chance: Chance;
  readonly people: Person[] = [];
  readonly #ports: RoundPorts;
  readonly #ids = new Map<Person, ParticipantId>();
  #access: Access | null = null;
  #track: Track | null = null;

  constructor(ports: RoundPorts, chance: Chance) {
    this.#ports = ports;
    this.chance = chance;
  }

  get access(): Access {
    if (this.#access === null) throw new Error('nobody has met yet');
    return this.#access;
  }

  get track(): Track {
    if (this.#track === null) throw new Error('nobody has met yet');
    return this.#track;
  }

  person(name: string, options: PersonOptions = {}): Person {
    // Retries soon, and none at zero.
    const random = (): number => 0.01 + this.chance.next() / 10;
    const person = new Person(name, { ...options, environment: { random } });
    this.people.push(person);
    return person;
  }

  /** Somebody in this round under that name, as who they were when the race began. */
  idOf(person: Person): ParticipantId {
    const id = this.#ids.get(person);
    if (id === undefined) throw new Error(`${person.name} was not in the meeting`);
    return id;
  }

  /** A meeting with these in it, the first `hosts` of them hosts. From then on what they send and get takes its time. */
  async meet(names: readonly string[], hosts = 1): Promise<readonly Person[]> {
    const people = names.map((name) => this.person(name));
    const [first] = people;
    if (first === undefined) throw new Error('nobody to meet');
    this.#access = must(await first.client.createRoom(this.#ports.address, { hosted: false }));
    this.#track = new Track(this.#ports.log, this.access.target.room);
    for (const person of people) must(await person.join(this.access));
    for (const heir of people.slice(1, hosts)) await this.#makeHost(first, heir);
    for (const person of people) await person.until('all', () => this.#hasAll(person, people.length, hosts));
    for (const person of people) this.#ids.set(person, person.me);
    // What happened while they met is none of the race's.
    for (const person of people) this.forget(person);
    for (const person of this.people) this.slow(person);
    return people;
  }

  /** What somebody sends and gets takes its time from now on. */
  slow(person: Person): void {
    person.network.latency = () => this.chance.next() * LATENCY_MS;
  }

  /** Lets as long pass as chance says, between `leastMs` and so many more: that is what makes it a race. */
  async moment(spreadMs: number, leastMs = 0): Promise<void> {
    const ms = leastMs + this.chance.next() * spreadMs;
    await new Promise((resolve) => setTimeout(resolve, ms));
  }

  /** What somebody was told until now is done with. */
  forget(person: Person): void {
    person.exits.length = 0;
    person.notices.length = 0;
    person.phases.length = 0;
  }

  /** Gives both orders at once, whichever is first, and answers with what they come to. */
  async both<One, Other>(one: () => Promise<One>, other: () => Promise<Other>): Promise<readonly [One, Other]> {
    if (this.chance.coin()) return Promise.all([one(), other()]);
    const later = other();
    return [await one(), await later];
  }

  /** Waits until nothing moves any more: each is out, or in and has all of the log. */
  async rest(): Promise<void> {
    for (;;) {
      const { rev } = this.track;
      for (const person of this.people) await person.until('rest', () => this.#isAtRest(person));
      const out = this.people.filter(({ client }) => client.session.phase === 'over');
      await this.track.until(() => out.every((person) => !this.#isListed(person)));
      if (this.track.rev === rev) return;
    }
  }

  async close(): Promise<void> {
    this.#track?.close();
    await Promise.all(this.people.map(({ client }) => client.dispose(0)));
  }

  // The host leaves by handing over, and is a host again on coming back: then there are two.
  async #makeHost(host: Person, heir: Person): Promise<void> {
    must(await host.client.command({ type: 'leave', handOverTo: heir.me }));
    await host.over();
    must(await host.join(this.access));
  }

  #hasAll(person: Person, people: number, hosts: number): boolean {
    const there = Object.values(person.room.participants);
    return there.length === people && there.filter(({ role }) => role === 'host').length >= hosts;
  }

  #isAtRest({ client }: Person): boolean {
    const { session } = client;
    if (session.phase === 'joined') return session.room.rev >= this.track.rev;
    return session.phase !== 'joining' && session.phase !== 'reconnecting';
  }

  #isListed(person: Person): boolean {
    const id = this.#ids.get(person);
    const taken = this.people.some((other) => other !== person && other.identity === person.identity);
    return id !== undefined && !taken && Object.hasOwn(this.track.room.participants, id);
  }
}

/** Whatever the race: each has at most one exit with one reason, the log's, and only who is in is in. */
export function expectOneReasonEach(round: Round): void {
  const reasons = round.track.reasons();
  const inside = new Set<string>();
  for (const person of round.people) {
    const { session } = person.client;
    const left = person.notices.filter((notice) => notice.type === 'meeting-left');
    const removals = person.notices.filter(({ type }) => type === 'removed-from-room');
    expect(person.exits.length, `${person.name}'s exits`).toBe(session.phase === 'over' ? 1 : 0);
    expect(left.map(({ reason }) => reason)).toEqual(person.exits.map(({ reason }) => reason));
    expect(removals).toEqual(person.exits.flatMap(({ removal }) => removal ?? []));
    if (session.phase !== 'joined') continue;
    inside.add(session.me);
    // But for the lobby, of which not everybody is told.
    const [seen, whole] = [roomSeen(session.room, 'nothing'), roomSeen(round.track.room, 'nothing')];
    expect(seen, `what ${person.name} sees`).toEqual(whole);
  }
  expect(new Set(Object.keys(round.track.room.participants))).toEqual(inside);
  for (const person of round.people) {
    for (const notice of person.notices) {
      if (notice.type === 'participant-left') expect(notice.reason.code).toBe(reasons.get(notice.participantId));
    }
  }
}

/** The code of somebody's exit, which the log gives as well. */
export function codeOf(round: Round, person: Person): number {
  const [exit] = person.exits;
  expect(exit?.reason.code, `${person.name}, by the log`).toBe(round.track.reasons().get(round.idOf(person)));
  return exit?.reason.code ?? 0;
}
