import { randomBytes } from 'node:crypto';

import type { Result } from '#protocol/errors.ts';
import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import type { Notice } from '#protocol/ipc/notice.ts';
import type { MediaState, Room } from '#protocol/room.ts';
import type { Exit, Session, SessionIn, SessionPhase } from '#protocol/session.ts';
import { createClient } from '#client/createClient.ts';
import type { Access, ClientEnvironment, MeetingClient } from '#client/contract.ts';
import { startServer, type TestServer, type TestServerOptions } from '#tests/fixtures/server.ts';

import { Network } from './network.ts';

const NOTHING_ON: MediaState = { microphone: false, camera: false, screen: false };

/** Longest that anything here is waited for; what takes longer has not happened. */
const PATIENCE_MS = 20_000;

export interface PersonOptions {
  readonly identity?: string;
  readonly environment?: Partial<ClientEnvironment>;
  /** The page that releases devices and links; without it nothing is released until the test says so. */
  readonly releases?: boolean;
}

/** A participant with everything that it was told. */
export class Person {
  readonly name: string;
  readonly identity: string;
  readonly network = new Network();
  readonly client: MeetingClient;
  readonly phases: SessionPhase[] = [];
  readonly exits: Exit[] = [];
  readonly notices: Notice[] = [];
  readonly signals: IncomingSignal[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(name: string, { identity, environment, releases = true }: PersonOptions = {}) {
    this.name = name;
    this.identity = identity ?? randomBytes(32).toString('base64url');
    this.client = createClient({
      environment: this.network.environment(environment),
      identity: this.identity,
      clientId: name,
    });
    this.client.onSession((session) => this.#onSession(session, releases));
    this.client.onNotice((notice) => {
      this.notices.push(notice);
      this.#look();
    });
    this.client.onSignal((signal) => {
      this.signals.push(signal);
      this.#look();
    });
  }

  /** The session, which must be in that phase. */
  in<Phase extends SessionPhase>(phase: Phase): SessionIn<Phase> {
    const { session } = this.client;
    if (session.phase !== phase) throw new Error(`${this.name} is ${session.phase}, not ${phase}`);
    return session as SessionIn<Phase>;
  }

  get room(): Room {
    const { session } = this.client;
    if (session.phase === 'joined' || session.phase === 'reconnecting') return session.room;
    throw new Error(`${this.name} is ${session.phase} and in no room`);
  }

  get me() {
    return this.in('joined').me;
  }

  /** Names of all who are in the room, as this person sees it. */
  get sees(): readonly string[] {
    return Object.values(this.room.participants).map(({ name }) => name);
  }

  /** Codes of notices, in order, with names for others. */
  get told(): readonly string[] {
    return this.notices.map((notice) => {
      if (notice.type === 'participant-left') return `${notice.name} left ${notice.reason.code}`;
      return notice.type === 'meeting-left' ? `meeting-left ${notice.reason.code}` : notice.type;
    });
  }

  async join(access: Access): Promise<Result<null>> {
    if (this.client.session.phase !== 'preview') this.client.open(access);
    return this.client.join({ name: this.name, media: NOTHING_ON });
  }

  /** Waits until it holds; looked at again with every session, notice and signal. */
  async until(what: string, holds: () => boolean): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (!holds()) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        const { session } = this.client;
        reject(new Error(`${this.name} did not come to ${what}: is ${session.phase}, told ${this.told.join(', ')}`));
      }, PATIENCE_MS);
      this.#waiting.add(look);
      look();
    });
  }

  async becomes<Phase extends SessionPhase>(phase: Phase): Promise<SessionIn<Phase>> {
    await this.until(phase, () => this.client.session.phase === phase);
    return this.in(phase);
  }

  async over(): Promise<Exit> {
    return (await this.becomes('over')).exit;
  }

  #onSession(session: Session, releases: boolean): void {
    this.phases.push(session.phase);
    if (session.phase === 'over' && !session.exit.released) {
      this.exits.push(session.exit);
      if (releases) this.client.released();
    }
    this.#look();
  }

  #look(): void {
    for (const look of this.#waiting) look();
  }
}

/** A server and the people at it, all gone when the test is over. */
export class Party {
  readonly server: TestServer;
  readonly people: Person[] = [];

  private constructor(server: TestServer) {
    this.server = server;
  }

  static async start(options?: TestServerOptions): Promise<Party> {
    return new Party(await startServer(options));
  }

  person(name: string, options?: PersonOptions): Person {
    const person = new Person(name, options);
    this.people.push(person);
    return person;
  }

  /** A meeting with these people in it, the first being its host. All see each other. */
  async meeting(...names: readonly string[]): Promise<{ readonly access: Access; readonly people: readonly Person[] }> {
    const people = names.map((name) => this.person(name));
    const access = await this.room(people[0] ?? this.person('nobody'));
    for (const person of people) must(await person.join(access));
    for (const person of people) await person.until('all', () => person.sees.length === people.length);
    return { access, people };
  }

  async room(host: Person): Promise<Access> {
    return must(await host.client.createRoom(this.server.address, { hosted: false }));
  }

  async end(): Promise<void> {
    await Promise.all(this.people.map(({ client }) => client.dispose(0)));
    await this.server.dispose();
  }
}

/** The value; a refusal is a failed test. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
