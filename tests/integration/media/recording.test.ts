import { expect, test } from 'vitest';

import { played } from '#tests/fixtures/played.ts';

import { LabMeeting } from './lab/meeting.ts';
import { areTogether, eventually, faultsOf, liveTracks } from './lab/senses.ts';
import { useLab } from './lab/useLab.ts';

const lab = useLab();

async function together() {
  const meeting = new LabMeeting();
  const ana = await meeting.join('ana', await lab.open());
  const ben = await meeting.join('ben', await lab.open());
  await areTogether(ana, ben);
  const recorded = () => ana.page.evaluate((id) => window.lab.recorded(id), ana.id);
  return { meeting, ana, ben, recorded };
}

test('what is recorded plays: pictures that move, and sound', async () => {
  const { meeting, ana, ben, recorded } = await together();
  await meeting.change(ana, { recording: 'on' });
  await eventually(async () => (await recorded()).bytes).toBeGreaterThan(100_000);
  await meeting.change(ana, { recording: 'stopping' });
  await eventually(async () => (await recorded()).isFinished).toBe(true);

  const { base64 } = await recorded();
  const file = await ben.page.evaluate(played, base64);
  expect(file.width).toBe(1280);
  expect(file.seconds).toBeGreaterThan(1.5);
  expect(file.detail).toBeGreaterThan(20);
  expect(file.change).toBeGreaterThan(0.05);
  expect(file.loudness).toBeGreaterThan(0.01);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('a recording that is cut off plays as far as it came', async () => {
  const { meeting, ana, ben, recorded } = await together();
  await meeting.change(ana, { recording: 'on' });
  await eventually(async () => (await recorded()).bytes).toBeGreaterThan(150_000);
  const { base64 } = await recorded();
  const cut = Buffer.from(base64, 'base64').subarray(0, 120_001).toString('base64');
  const file = await ben.page.evaluate(played, cut);
  expect(file.seconds).toBeGreaterThan(0.7);
  expect(file.detail).toBeGreaterThan(20);
});

test('leaving hands over the rest, and leaves neither device nor sound open', async () => {
  const { meeting, ana, recorded } = await together();
  const before = await ana.page.evaluate(() => window.lab.census.audioContexts().length);
  await meeting.change(ana, { recording: 'on' });
  await eventually(async () => (await recorded()).bytes).toBeGreaterThan(20_000);
  await meeting.remove(ana);
  await eventually(async () => (await recorded()).isFinished).toBe(true);
  await eventually(() => liveTracks(ana)).toEqual([]);
  await expect.poll(() => ana.page.evaluate(() => window.lab.census.audioContexts().length)).toBe(before);
});
