import { expect, test } from 'vitest';

import { LabMeeting, type Person } from './lab/meeting.ts';
import { eventually, liveTracks } from './lab/senses.ts';
import { useLab } from './lab/useLab.ts';

const lab = useLab();

const ROUNDS = 7;
const median = (figures: readonly number[]): number => [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? 0;

test('the first remote picture comes by the engines as by bare connections; both times are printed', async () => {
  const page = await lab.open();
  const bare: number[] = [];
  const engines: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { firstMs: bareMs } = await page.evaluate(() => window.lab.bareRound());
    const meeting = new LabMeeting();
    const people: Person[] = [];
    for (const name of [`ana${round}`, `ben${round}`]) {
      people.push(await meeting.join(name, page));
      await meeting.change(people.at(-1) as Person, { phase: 'preview' });
    }
    await eventually(() => liveTracks(people[0] as Person)).toHaveLength(4);
    for (const person of people) person.phase = 'joined';
    const joined = Object.fromEntries(people.map((person) => [person.id, meeting.snapshot(person)]));
    const { firstMs: engineMs } = await page.evaluate(([ids, snapshots]) => window.lab.engineRound(ids, snapshots), [
      people.map(({ id }) => id),
      joined,
    ] as const);
    for (const person of people) await page.evaluate((id) => window.lab.dispose(id), person.id);
    // The first round warms both up.
    if (round > 0) {
      bare.push(bareMs);
      engines.push(engineMs);
    }
  }
  console.log(
    `create to first remote picture, median of ${ROUNDS}: ` +
      `bare ${median(bare).toFixed(0)} ms, engines ${median(engines).toFixed(0)} ms, ` +
      `ratio ${(median(engines) / median(bare)).toFixed(2)}`,
  );
  expect(bare.every((ms) => ms > 0)).toBe(true);
  expect(engines.every((ms) => ms > 0)).toBe(true);
});
