import type { Page } from '@playwright/test';

import { openStage } from '#tests/stage/openStage.ts';

import { OURS, type Scenario } from '../contract.ts';
import { atMost, atMostTimes } from '../statistics.ts';
import { onDesktop } from './desktop.ts';
import { interleave, pick } from './interleave.ts';

const EMPTY = 'an empty page';
/** As many as a small window shows of fifty, or one fewer. */
const FEW = 'a meeting of 5';
const HIDDEN = 'most of 50 on other pages';
const WATCH_MS = 4_000;
/** On a screen of 60 Hz, with what a clock rounds away: the goal's 33 ms. */
const TWO_FRAMES_MS = 33.4;
const QUICK_WATCH_MS = 1_000;

/** All fifty on one page, and hardly any. */
const LARGE = { width: 3840, height: 2160 } as const;
const SMALL = { width: 640, height: 480 } as const;

/** How evenly a meeting of fifty is drawn while people take turns to speak and others come in and go. */
export const stageOf50: Scenario = {
  name: 'stage',
  group: 'client',
  about:
    'frame times and script time of the stage of 50 while some speak, one joins and one leaves; and of hidden tiles',
  run: (context) =>
    onDesktop(context, async () => {
      const stage = await openStage();
      const watchMs = context.scale.quick ? QUICK_WATCH_MS : WATCH_MS;
      const meeting = (state: 'meeting-50' | 'meeting-5', size: typeof LARGE | typeof SMALL) => async () => {
        await stage.show(state, { theme: 'dark', ...size });
        await checkTiles(stage.page, size === LARGE ? 50 : 7);
        return watch(stage.page, watchMs);
      };
      try {
        const results = await interleave(context, {
          [EMPTY]: async () => {
            await stage.page.goto('about:blank');
            return watch(stage.page, watchMs);
          },
          [OURS]: meeting('meeting-50', LARGE),
          [FEW]: meeting('meeting-5', SMALL),
          [HIDDEN]: meeting('meeting-50', SMALL),
        });
        const names = [EMPTY, OURS];
        return [
          {
            work: 'time between two frames, 50 tiles',
            unit: 'ms',
            rounds: pick(results, names, ({ frames }) => frames),
            goals: [atMost(TWO_FRAMES_MS, 'ms', 99), atMost(TWO_FRAMES_MS, 'ms', 100)],
          },
          {
            work: 'script, style and layout on the main thread, for each second, 50 tiles',
            unit: 'ms',
            rounds: pick(results, names, ({ busyMs }) => [busyMs]),
            goals: [],
          },
          {
            work: 'the same in a small window, where most of 50 are on other pages',
            unit: 'ms',
            rounds: results.map((round) => ({
              [FEW]: [round[FEW]?.busyMs ?? NaN],
              [OURS]: [round[HIDDEN]?.busyMs ?? NaN],
            })),
            goals: [atMostTimes(FEW, 1.5)],
          },
        ];
      } finally {
        await stage.close();
      }
    }),
};

/** Of fifty in a small window only few are drawn, and in a large one all. */
async function checkTiles(page: Page, most: number): Promise<void> {
  const videos = await page.locator('video').count();
  const tiles = await page.getByRole('region', { name: 'Stage' }).getByRole('group').count();
  if (videos > tiles || tiles > most) throw new Error(`${videos} pictures for ${tiles} tiles`);
  if (most === 50 && tiles !== most) throw new Error(`${tiles} tiles, and not ${most}`);
}

interface Watched {
  readonly frames: readonly number[];
  readonly busyMs: number;
}

async function watch(page: Page, ms: number): Promise<Watched> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
  };
  const before = await busy();
  const frames = await page.evaluate(livenUp, ms);
  const after = await busy();
  await session.detach();
  return { frames, busyMs: ((after - before) * 1000) / (ms / 1000) };
}

/** In the page: another speaker ten times a second, one more person after a third of the time, and one less after two. */
function livenUp(ms: number): Promise<number[]> {
  return new Promise((resolve) => {
    const { stage } = window as Partial<Window>;
    const first = stage?.snapshot;
    const session = first?.session;
    const frames: number[] = [];
    const start = performance.now();
    let last = start;
    let spoken = -1;
    let people = 0;
    const speak = (turn: number): void => {
      if (!stage) return;
      // As the engine does it: who goes on as before is the same object.
      const those = Object.entries(stage.engine.view.remotes).map(([id, remote], index) => {
        const speaking = index === turn % 4;
        return [id, remote.speaking === speaking ? remote : Object.assign({}, remote, { speaking })] as const;
      });
      stage.engine.show({ remotes: Object.fromEntries(those) });
    };
    const crowd = (step: number): void => {
      if (!stage || !first || !session || !('room' in session)) return;
      const everyone = Object.values(session.room.participants);
      const [, one] = everyone;
      if (!one) return;
      const newcomer = { ...one, id: 'participant-new' as typeof one.id, name: 'Newcomer' };
      const present = step === 1 ? [...everyone, newcomer] : everyone.slice(0, -1);
      const participants = Object.fromEntries(present.map((each) => [each.id, each]));
      stage.bridge.push('snapshot', { ...first, session: { ...session, room: { ...session.room, participants } } });
    };
    const frame = (now: number): void => {
      frames.push(now - last);
      last = now;
      const elapsed = now - start;
      const turn = Math.floor(elapsed / 100);
      if (turn > spoken) speak((spoken = turn));
      const step = Math.floor((3 * elapsed) / ms);
      if (step > people) crowd((people = step));
      if (elapsed < ms) requestAnimationFrame(frame);
      else resolve(frames.slice(1));
    };
    requestAnimationFrame(frame);
  });
}
