import { type CDPSession, expect, type Page } from '@playwright/test';

import { controls, expectHome, hostMeeting, tile } from '#tests/e2e/harness/flows.ts';
import { launchApp } from '#tests/e2e/harness/launch.ts';
import { countMedia, watchMedia } from '#tests/e2e/harness/mediaWatch.ts';
import { StandaloneServer } from '#tests/e2e/harness/standaloneServer.ts';

import { type Context, OURS, type Scenario } from '../contract.ts';
import { atMost } from '../statistics.ts';
import { onDesktop } from './desktop.ts';

/** Stays after which everything that is kept for good is kept, and those that are looked at. */
const FIRST = 10;
const STAYS = 200;
const QUICK_STAYS = 10;

/** For what is never taken away; React Aria's words go after seven seconds. */
const SAID_MS = 30_000;

interface Holding {
  readonly heapMb: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly mainMb: number;
}

/** Whether anything is left of a meeting that was left, two hundred times over. */
export const stays: Scenario = {
  name: 'stays',
  group: 'client',
  about: 'what is left after 200 joins and leaves: memory, listeners, tracks, connections',
  run: (context) =>
    onDesktop(context, async () => {
      const server = await StandaloneServer.create('roomsPerHour=1000');
      const app = await launchApp({ name: 'Ana', settings: { defaultServer: server.address } });
      try {
        await watchMedia(app.page);
        const session = await app.page.context().newCDPSession(app.page);
        const holding = async (): Promise<Holding> => {
          await allSaid(app.page);
          return {
            ...(await held(session)),
            mainMb: await app.app.evaluate(() => process.memoryUsage().heapUsed / 2 ** 20),
          };
        };
        await hostMeeting(app.page, 'Ana');
        await leave(app.page);
        for (let stay = 0; stay < FIRST; stay += 1) await stayOnce(app.page);
        const before = await holding();
        await stayMany(context, app.page);
        const after = await holding();
        return growth(before, after, context.scale.quick ? QUICK_STAYS : STAYS);
      } finally {
        await app.close();
        await server.dispose();
      }
    }),
};

async function stayMany({ scale, say }: Context, page: Page): Promise<void> {
  const most = scale.quick ? QUICK_STAYS : STAYS;
  for (let stay = 1; stay <= most; stay += 1) {
    await stayOnce(page);
    if (stay % 50 === 0) say(`${stay} of ${most} stays`);
  }
}

/** The same meeting each time, so that no list of meetings grows. Rejects where a track or a connection is left. */
async function stayOnce(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Rejoin' }).first().click();
  await expect(tile(page, 'Ana')).toBeVisible();
  await leave(page);
}

async function leave(page: Page): Promise<void> {
  await controls(page).getByRole('button', { name: 'Leave' }).click();
  await expectHome(page);
  const { liveTracks, openConnections } = await countMedia(page);
  if (liveTracks.length + openConnections > 0) throw new Error(`left with ${liveTracks.join()}, ${openConnections}`);
}

/**
 * Settles when nothing is left to be read out. React Aria and the app keep what they say in the page for seconds, so
 * that otherwise the stays of the last seconds would be counted, and more of them the faster the machine is.
 */
async function allSaid(page: Page): Promise<void> {
  await expect(page.locator('[role=log] > *')).toHaveCount(0, { timeout: SAID_MS });
}

async function held(session: CDPSession): Promise<Omit<Holding, 'mainMb'>> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? NaN;
  return {
    heapMb: metric('JSHeapUsedSize') / 2 ** 20,
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
  };
}

/** No more than there was, but for what comes and goes. */
const within = (start: number, unit: string, room: number) => [atMost(Math.round((start + room) * 10) / 10, unit)];

function growth(before: Holding, after: Holding, count: number) {
  const rounds = (what: keyof Holding) => [{ 'before them': [before[what]], [OURS]: [after[what]] }];
  const work = (what: string): string => `${what}, before and after ${count} joins and leaves`;
  return [
    {
      work: work("the page's heap, garbage collected"),
      unit: 'MB' as const,
      rounds: rounds('heapMb'),
      goals: within(before.heapMb, 'MB', 2),
    },
    {
      work: work("the page's event listeners"),
      unit: '' as const,
      rounds: rounds('listeners'),
      goals: within(before.listeners, '', 5),
    },
    {
      work: work("the page's nodes"),
      unit: '' as const,
      rounds: rounds('nodes'),
      goals: within(before.nodes, '', 50),
    },
    {
      work: work("main's heap, garbage and all"),
      unit: 'MB' as const,
      rounds: rounds('mainMb'),
      goals: within(before.mainMb, 'MB', 8),
    },
  ];
}
