import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { LinkId } from '#protocol/ids.ts';
import { REASON_TYPES } from '#protocol/reasons.ts';
import type { Session, SessionPhase } from '#protocol/session.ts';
import type { CommandRequest } from '#protocol/wire/command.ts';
import type { ServerFrame } from '#protocol/wire/frame.ts';

import { noCrypto } from './scripted/cryptography.ts';
import {
  ANA,
  BEN,
  CLEO,
  events,
  joined,
  left,
  meetingLeft,
  refused,
  removed,
  renamed,
  resumeToken,
  room,
  welcome,
} from './scripted/frames.ts';
import { ACCESS, ME, Player, World } from './scripted/world.ts';

const link = `${ANA}~${BEN}` as LinkId;

const orders: readonly CommandRequest[] = [
  { type: 'leave' },
  { type: 'leave', handOverTo: BEN },
  { type: 'end-room', reason: '', lock: true },
  { type: 'rename', name: 'Anna' },
  { type: 'lock' },
];

type Act = (life: Life) => void | Promise<void>;

const turn = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** A client in the hands of a person and of a server that may do anything at any time. */
class Life {
  readonly player: Player;
  readonly settled: Promise<unknown>[] = [];

  constructor() {
    const world = new World();
    this.player = new Player(Object.assign(world, { environment: { ...world.environment, crypto: noCrypto } }));
  }

  /** The newest socket that the client still holds; most often there is but one. */
  get socket() {
    return this.player.world.sockets.findLast(({ live }) => live);
  }

  answer(ok: boolean): void {
    const command = this.socket?.sent.findLast((frame) => 'id' in frame);
    if (command === undefined || !('id' in command) || this.socket?.state !== 'open') return;
    const { id } = command;
    this.socket.receive(
      ok ? { type: 'ok', id, rev: 11 } : { type: 'error', id, code: 'no-such-participant', message: '' },
    );
  }
}

const says = (frame: ServerFrame): Act => {
  return ({ socket }) => {
    if (socket?.state === 'open') socket.receive(frame);
  };
};

const frames: readonly ServerFrame[] = [
  welcome(),
  welcome(),
  welcome({ snapshot: null, resumeToken: resumeToken('second') }),
  welcome({ participantId: 'ana-00000002' as typeof ANA, resumeToken: resumeToken('anew') }),
  events(11, joined(CLEO, 'Cleo')),
  events(12, renamed(BEN, 'Benjamin'), left(BEN)),
  events(11, left(ANA)),
  events(30, joined(CLEO, 'Cleo')),
  { type: 'snapshot', snapshot: room({ rev: 29 }) },
  { type: 'signal', from: BEN, link, generation: 0, data: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
  removed(),
  removed({ roomWasEnded: true, locked: true }),
  { type: 'draining', retryAfterMs: 2_000, server: '127.0.0.1:4200' },
  { type: 'ping', n: 1 },
  refused('resume-refused'),
  refused('unavailable', { retryAfterMs: 3_000 }),
  refused('room-locked', { mayUnlock: true }),
];

const person: readonly Act[] = [
  ({ player }) => void player.client.open(ACCESS),
  ({ player, settled }) => void settled.push(player.client.join(ME)),
  ({ player, settled }) => void settled.push(player.client.join(ME)),
  ({ player }) => player.client.cancel(),
  ({ player }) => player.client.released(),
  ({ player }) => player.client.dismiss(),
  ({ player }) => player.client.askWayBack(),
  ({ player }) => player.client.nudge(),
  ({ player }) => player.client.signal({ to: BEN, link, generation: 0, data: 'x' }),
  ...orders.map<Act>(
    (order) =>
      ({ player, settled }) =>
        void settled.push(player.client.command(order)),
  ),
];

/** Thousands of lives take a while on a busy machine; nothing here is measured. */
const PATIENCE_MS = 120_000;

/** What mostly happens: one wants in, or back in, and is let in. */
const getIn: Act = async ({ player }) => {
  player.client.released();
  player.client.open(ACCESS);
  void player.client.join(ME);
  player.client.nudge();
  await turn();
  const { socket } = player.world;
  if (socket.state === 'connecting') socket.open();
  if (socket.state === 'open') socket.receive(welcome());
};

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...person) },
  { weight: 2, arbitrary: fc.constant(getIn) },
  {
    weight: 5,
    arbitrary: fc.constant<Act>(({ socket }) => {
      if (socket?.state === 'connecting') socket.open();
    }),
  },
  { weight: 6, arbitrary: fc.constantFrom(...frames).map(says) },
  { weight: 1, arbitrary: fc.constantFrom(...REASON_TYPES).map((type) => says(meetingLeft(type))) },
  { weight: 2, arbitrary: fc.constant<Act>(({ socket }) => socket?.end()) },
  { weight: 1, arbitrary: fc.boolean().map<Act>((ok) => (life) => life.answer(ok)) },
  {
    weight: 1,
    arbitrary: fc.constant<Act>(({ socket }) => {
      if (socket?.state === 'open') socket.receiveText('{');
    }),
  },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 25_000 }).map<Act>(
      (ms) =>
        ({ player }) =>
          player.world.clock.advance(ms),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map<Act>(
      (gives) =>
        ({ player }) =>
          void (player.world.givesTokens = gives),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Act>(({ player }) => player.world.posts.at(-1)?.fail()) },
);

const LEGAL: Readonly<Record<SessionPhase, readonly SessionPhase[]>> = {
  idle: ['preview'],
  preview: ['preview', 'joining', 'idle'],
  joining: ['joining', 'joined', 'preview', 'idle'],
  joined: ['joined', 'reconnecting', 'over'],
  reconnecting: ['reconnecting', 'joined', 'over'],
  over: ['over', 'idle', 'preview', 'joining'],
};

test(
  'whatever a person and a server do, each stay has one exit, told once, and nothing outlives the client',
  async () => {
    let exits = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 60, size: 'max' }), async (acts) => {
        const life = new Life();
        const { player } = life;
        await getIn(life);
        for (const act of acts) {
          await act(life);
          await turn();
          must(
            player.world.sockets.filter(({ live }) => live).length <= 2,
            'at most a stay and a farewell are connected',
          );
        }
        const disposed = player.client.dispose(100);
        player.world.clock.advance(100);
        await disposed;
        await Promise.all(life.settled);

        must(player.world.clock.waiting === 0, 'no timer outlives the client');
        must(!player.world.sockets.some(({ live }) => live), 'no socket outlives the client');
        must(!JSON.stringify(player.world.logged).includes('listener-failed'), 'nothing threw');
        exits += expectOneExitEach(player.sessions, player);
      }),
      { numRuns: 1_500 },
    );
    expect(exits).toBeGreaterThan(300);
  },
  PATIENCE_MS,
);

function expectOneExitEach(sessions: readonly Session[], player: Player): number {
  let exits = 0;
  let releases = 0;
  let before: Session = { phase: 'idle' };
  for (const session of sessions) {
    must(LEGAL[before.phase].includes(session.phase), `${before.phase} does not lead to ${session.phase}`);
    if (session.phase === 'over' && before.phase !== 'over') exits += 1;
    const wasReleased = before.phase === 'over' && before.exit.released;
    if (session.phase === 'over' && session.exit.released && !wasReleased) releases += 1;
    before = session;
  }
  const told = player.notices.filter(({ type }) => type === 'meeting-left').length;
  must(told === releases, `${releases} exits were released and ${told} were told`);
  must(releases <= exits, 'no exit is released twice');
  return exits;
}

function must(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Error(rule);
}
