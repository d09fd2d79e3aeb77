import { createClient } from '#client/createClient.ts';
import type { Access, ClientEnvironment, HttpAnswer, MeetingClient } from '#client/contract.ts';
import type { Notice } from '#protocol/ipc/notice.ts';
import type { Result } from '#protocol/errors.ts';
import type { Exit, Session, SessionIn, SessionPhase } from '#protocol/session.ts';

import { Clock } from './clock.ts';
import { Cryptography } from './cryptography.ts';
import { ROOM_ID, SECRET, SERVER, TOKEN_ANSWER, welcome } from './frames.ts';
import { ScriptedSocket } from './socket.ts';

export interface ScriptedPost {
  readonly url: string;
  readonly body: unknown;
  readonly bearer: string | undefined;
  answer(answer: HttpAnswer): void;
  fail(): void;
}

/** Longer than any cryptography takes on any machine. */
const PATIENCE_MS = 20_000;

/** Everything outside a client, played by the test: time, chance, the network. */
export class World {
  readonly clock = new Clock();
  readonly cryptography = new Cryptography();
  readonly sockets: ScriptedSocket[] = [];
  readonly posts: ScriptedPost[] = [];
  readonly logged: object[] = [];
  /** What chance gives from now on. */
  chance = 0.5;
  /** Join tokens are given without being asked about, unless a test turns it off. */
  givesTokens = true;

  readonly environment: ClientEnvironment = {
    connect: (url, subprotocol, handlers) => {
      const socket = new ScriptedSocket(url, subprotocol, handlers);
      this.sockets.push(socket);
      return socket;
    },
    post: (url, body, bearer) =>
      new Promise((resolve, reject) => {
        this.posts.push({ url, body, bearer, answer: resolve, fail: () => reject(new Error('unreachable')) });
        if (this.givesTokens && url.endsWith('/join-tokens')) resolve({ status: 200, body: TOKEN_ANSWER });
      }),
    now: () => this.clock.now(),
    schedule: this.clock.schedule,
    random: () => this.chance,
    crypto: this.cryptography,
    log: (entry) => this.logged.push(entry),
  };

  /** The newest socket. */
  get socket(): ScriptedSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error('no socket was opened');
    return socket;
  }

  /** Waits until `condition` holds; only for what real cryptography takes, never for scripted time. */
  async until(condition: () => boolean): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    while (!condition()) {
      if (performance.now() > deadline) throw new Error('what was waited for did not come');
      await turn();
    }
  }

  /** Lets everything that needs no time happen: promises, and the cryptography that they wait for. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 10; quiet += 1) {
      await turn();
      if (this.cryptography.busy) quiet = 0;
    }
  }
}

const turn = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

export const ACCESS: Access = { target: { server: SERVER, room: ROOM_ID, hosted: false }, secret: SECRET };

export const ME = { name: 'Ana', media: { microphone: true, camera: false, screen: false } };

/** A client in a scripted world, with everything that it said. */
export class Player {
  readonly world: World;
  readonly client: MeetingClient;
  readonly sessions: Session[] = [];
  readonly notices: Notice[] = [];

  constructor(world = new World()) {
    this.world = world;
    this.client = createClient({
      environment: world.environment,
      identity: 'aWRlbnRpdHkgb2YgYSBwZXJzb24gaW4gYSB0ZXN0ICE',
      clientId: 'test-client',
    });
    this.client.onSession((session) => this.sessions.push(session));
    this.client.onNotice((notice) => this.notices.push(notice));
  }

  get phase(): SessionPhase {
    return this.client.session.phase;
  }

  /** The session, which must be in that phase. */
  in<Phase extends SessionPhase>(phase: Phase): SessionIn<Phase> {
    const { session } = this.client;
    if (session.phase !== phase) throw new Error(`the session is ${session.phase}, not ${phase}`);
    return session as SessionIn<Phase>;
  }

  /** Opens and joins, as far as a connecting socket. `joined` is what join settles with. */
  async connect(access = ACCESS): Promise<{ readonly joined: Promise<Result<null>> }> {
    if (this.phase !== 'preview') this.client.open(access);
    const sockets = this.world.sockets.length;
    const joined = this.client.join(ME);
    await this.world.until(() => this.world.sockets.length > sockets);
    return { joined };
  }

  /** In the meeting. */
  async join(frame = welcome()): Promise<ScriptedSocket> {
    const { joined } = await this.connect();
    const { socket } = this.world;
    socket.open();
    socket.receive(frame);
    await joined;
    return socket;
  }

  /** Loses the connection and comes as far as the next socket, still connecting. */
  async reconnect(): Promise<ScriptedSocket> {
    const sockets = this.world.sockets.length;
    this.world.socket.end();
    this.world.clock.advance(1_000);
    await this.world.until(() => this.world.sockets.length > sockets);
    return this.world.socket;
  }

  /** The exit, once the session is over. */
  get exit(): Exit {
    return this.in('over').exit;
  }

  codes(): readonly (readonly [string, number | boolean | string])[] {
    return this.notices.map((notice) => [notice.type, essenceOf(notice)]);
  }
}

function essenceOf(notice: Notice): number | boolean | string {
  switch (notice.type) {
    case 'removed-from-room':
      return notice.roomWasEnded;
    case 'role-changed':
      return notice.role;
    case 'reacted':
      return notice.reaction;
    case 'participant-left':
    case 'meeting-left':
    case 'switch-failed':
      return notice.reason.code;
  }
}
