import type { Page } from '@playwright/test';

import { launchLab } from '#tests/integration/media/lab/launch.ts';

import { OURS, type Scenario } from '../contract.ts';
import { cpuMs, familyOf, hasProcfs } from '../procfs.ts';
import { atMostTimes } from '../statistics.ts';
import { onDesktop } from './desktop.ts';
import { interleave, pick } from './interleave.ts';
import { disperse, engineRound } from './pictures.ts';

const BARE = 'bare RTCPeerConnection';
const PEOPLE = 4;

/** Until encoders have found their rate, and the time that is measured. */
const SETTLE_MS = 4_000;
const WATCH_MS = 5_000;

interface Spent {
  readonly percent: number;
  readonly picturesPerSecond: number;
}

/** What four people who all see each other cost: the browser's processes, all in one page. */
export const meshCpu: Scenario = {
  name: 'mesh-cpu',
  group: 'client',
  about: 'CPU of a mesh of 4 with all pictures shown, against bare connections in the same page',
  run: (context) =>
    onDesktop(context, async () => {
      if (!hasProcfs) return [];
      const lab = await launchLab();
      try {
        const page = await lab.open();
        const spent = (): Promise<Spent> => watch(page, lab.pid ?? 0);
        const results = await interleave(context, {
          [BARE]: async () => {
            await page.evaluate((people) => window.lab.showBare(people), PEOPLE);
            return spent();
          },
          [OURS]: async () => {
            const { ids } = await engineRound(page, PEOPLE);
            await page.evaluate(() => window.lab.showEngines());
            const figures = await spent();
            await disperse(page, ids);
            return figures;
          },
        });
        const names = [BARE, OURS];
        const note = 'On a machine that is too small for it, whoever is slower shows fewer pictures.';
        const goals = [atMostTimes(BARE, 1.15)];
        return [
          { work: 'CPU, mesh of 4', unit: '%', rounds: pick(results, names, ({ percent }) => [percent]), goals },
          { work: 'pictures presented each second', unit: '', rounds: pick(results, names, rate), goals: [], note },
          { work: 'CPU for each picture presented', unit: 'ms', rounds: pick(results, names, each), goals },
        ];
      } finally {
        await lab.close();
      }
    }),
};

const rate = ({ picturesPerSecond }: Spent): readonly number[] => [picturesPerSecond];
const each = ({ percent, picturesPerSecond }: Spent): readonly number[] => [(percent * 10) / picturesPerSecond];

/** Rejects where nothing moves. */
async function watch(page: Page, pid: number): Promise<Spent> {
  await passed(SETTLE_MS);
  const cpu = (): number => familyOf(pid).reduce((sum, member) => sum + cpuMs(member), 0);
  const pictures = (): Promise<number> => page.evaluate(() => window.lab.picturesShown());
  const [cpuBefore, picturesBefore, start] = [cpu(), await pictures(), performance.now()];
  await passed(WATCH_MS);
  const [cpuAfter, picturesAfter, ms] = [cpu(), await pictures(), performance.now() - start];
  await page.evaluate(() => window.lab.endShow());
  if (picturesAfter === picturesBefore) throw new Error('nothing was shown');
  return {
    percent: ((cpuAfter - cpuBefore) * 100) / ms,
    picturesPerSecond: ((picturesAfter - picturesBefore) * 1000) / ms,
  };
}

const passed = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
