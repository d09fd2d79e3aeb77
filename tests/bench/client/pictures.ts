import type { Page } from '@playwright/test';

import { launchLab } from '#tests/integration/media/lab/launch.ts';
import { LabMeeting, type Person } from '#tests/integration/media/lab/meeting.ts';

import { type Comparison, type Context, OURS, type Scenario } from '../contract.ts';
import { atMostTimes } from '../statistics.ts';
import { onDesktop } from './desktop.ts';
import { interleave, pick } from './interleave.ts';

const BARE = 'bare RTCPeerConnection';
const NAMES = [BARE, OURS];

/** How long everybody waits for the first picture of somebody else, and for all of them. */
export const firstPicture: Scenario = {
  name: 'first-picture',
  group: 'client',
  about: 'create to the first remote picture with 2, and in a mesh of 4, against bare connections in the same page',
  run: (context) =>
    onDesktop(context, async () => {
      const lab = await launchLab();
      try {
        const comparisons: Comparison[] = [];
        for (const people of context.scale.quick ? [2] : [2, 4]) {
          comparisons.push(...(await compare(context, await lab.open(), people)));
          await lab.clear();
        }
        return comparisons;
      } finally {
        await lab.close();
      }
    }),
};

async function compare(context: Context, page: Page, people: number): Promise<readonly Comparison[]> {
  const results = await interleave(context, {
    [BARE]: () => page.evaluate((count) => window.lab.bareRound(count), people),
    [OURS]: async () => {
      const { ids, ...pictures } = await engineRound(page, people);
      await disperse(page, ids);
      return pictures;
    },
  });
  const goals = [atMostTimes(BARE, 1.3)];
  const mesh = people === 2 ? '2 people' : `mesh of ${people}`;
  return [
    { work: `${mesh}: create to first remote picture`, unit: 'ms', rounds: pick(results, NAMES, first), goals },
    { work: `${mesh}: create to all pictures`, unit: 'ms', rounds: pick(results, NAMES, all), goals },
  ];
}

const first = ({ firstMs }: { readonly firstMs: number }): readonly number[] => [firstMs];
const all = ({ allMs }: { readonly allMs: number }): readonly number[] => [allMs];

export async function disperse(page: Page, ids: readonly string[]): Promise<void> {
  for (const id of ids) await page.evaluate((one) => window.lab.dispose(one), id);
}

let meetings = 0;

/** The product's engines, whose devices are open as after a preview, are told all at once that they are in a meeting. */
export async function engineRound(page: Page, people: number) {
  const meeting = new LabMeeting();
  meetings += 1;
  const everyone: Person[] = [];
  for (let index = 0; index < people; index += 1) {
    const person = await meeting.join(`p${index}-${meetings}`, page);
    everyone.push(person);
    await meeting.change(person, { phase: 'preview' });
  }
  await page.waitForFunction((tracks) => window.lab.census.liveTracks().length === tracks, 2 * people);
  for (const person of everyone) person.phase = 'joined';
  const joined = Object.fromEntries(everyone.map((person) => [person.id, meeting.snapshot(person)]));
  const ids = everyone.map(({ id }) => id);
  const pictures = await page.evaluate(([who, snapshots]) => window.lab.engineRound(who, snapshots), [
    ids,
    joined,
  ] as const);
  return { ...pictures, ids };
}
