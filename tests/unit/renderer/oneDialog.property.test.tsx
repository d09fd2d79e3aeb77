import { act, cleanup } from '@testing-library/react';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { REASON_TYPES } from '#protocol/reasons.ts';
import type { Session } from '#protocol/session.ts';
import type { ServerFrame } from '#protocol/wire/frame.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';
import { noCrypto } from '#tests/unit/client/scripted/cryptography.ts';
import { ANA, events, left, meetingLeft, removed, welcome } from '#tests/unit/client/scripted/frames.ts';
import { ACCESS, ME, Player, World } from '#tests/unit/client/scripted/world.ts';

import { openApp } from './support.tsx';

type Act = (player: Player) => void;

const turn = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Sends what a server says at an exit, if there is still a connection for it. */
const says = (frame: ServerFrame): Act => {
  return ({ world }) => {
    if (world.socket.state === 'open') world.socket.receive(frame);
  };
};

/** All that can come around an exit, from either side: none of it belongs to the same exit as another by itself. */
const happening: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...REASON_TYPES).map((type) => says(meetingLeft(type))) },
  {
    weight: 3,
    arbitrary: fc.record({ roomWasEnded: fc.boolean(), locked: fc.boolean() }).map((removal) => says(removed(removal))),
  },
  { weight: 1, arbitrary: fc.constant(says(events(11, left(ANA)))) },
  { weight: 1, arbitrary: fc.constant<Act>(({ client }) => void client.command({ type: 'leave' })) },
  {
    weight: 1,
    arbitrary: fc.boolean().map<Act>(
      (lock) =>
        ({ client }) =>
          void client.command({ type: 'end-room', reason: '', lock }),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Act>(({ client }) => client.cancel()) },
  { weight: 1, arbitrary: fc.constant<Act>(({ world }) => world.socket.end()) },
  { weight: 1, arbitrary: fc.constant<Act>(({ world }) => world.clock.advance(2_500)) },
  { weight: 2, arbitrary: fc.constant<Act>(({ client }) => client.released()) },
);

/** A stay in a meeting with all of that happening to it, as the sessions that its page was shown. */
async function live(acts: readonly Act[]): Promise<readonly Session[]> {
  const world = new World();
  const player = new Player(Object.assign(world, { environment: { ...world.environment, crypto: noCrypto } }));
  player.client.open(ACCESS);
  void player.client.join(ME);
  while (world.sockets.length === 0) await turn();
  world.socket.open();
  world.socket.receive(welcome());
  for (const act of acts) act(player);
  player.client.released();
  await turn();
  const sessions = [...player.sessions];
  const disposed = player.client.dispose(100);
  world.clock.advance(100);
  await disposed;
  return sessions;
}

test('any interleaving of what can be said at an exit leads to one dialog, or to none where it was my own doing', async () => {
  let dialogs = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 1, maxLength: 8, size: 'max' }),
      fc.boolean(),
      async (acts, holding) => {
        const sessions = await live(acts);
        const inside = sessions.find(({ phase }) => phase === 'joined');
        if (inside === undefined) throw new Error('nobody was in the meeting');
        const page = await openApp(snapshotOf(inside));
        await act(async () => page.engine.show({ holding }));
        let shown: Element | null = null;
        let title = '';
        for (const session of sessions.slice(sessions.indexOf(inside))) {
          await page.push(snapshotOf(session));
          const [dialog, ...more] = document.querySelectorAll('[role=dialog]');
          must(more.length === 0, 'never two at once');
          must(
            (dialog === undefined) === !isTold(session, holding),
            `${session.phase} has its dialog, and nothing else has`,
          );
          must(shown === null || dialog === shown, 'it stays the one that it was');
          must(dialog === undefined || titleOf(dialog) !== '', 'it has a title');
          must(shown === null || titleOf(dialog) === title, 'it says what it said');
          shown = dialog ?? null;
          title = titleOf(dialog);
        }
        if (shown !== null) dialogs += 1;
        cleanup();
      },
    ),
    { numRuns: 60 },
  );
  // Worth something only if many of these stays do end with one.
  expect(dialogs).toBeGreaterThan(15);
}, 120_000);

/** An exit that is released, as the page sees by itself where it holds nothing, and was not my own doing. */
function isTold(session: Session, holding: boolean): boolean {
  return session.phase === 'over' && (session.exit.released || !holding) && !session.exit.mine;
}

const titleOf = (dialog: Element | undefined): string =>
  document.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';

function must(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Error(rule);
}
