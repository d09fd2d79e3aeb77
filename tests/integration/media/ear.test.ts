import { expect, test } from 'vitest';

import {
  areTogether,
  eventually,
  faultsOf,
  hears,
  hearsNothingOf,
  lastReport,
  liveTracks,
  NOTHING_OPEN,
  viewOf,
} from './lab/senses.ts';
import { useLab } from './lab/useLab.ts';

const lab = useLab();

test('whoever asked for it learns that they talk while muted; nobody else hears it, and it ends with the stay', async () => {
  const [meeting, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  expect((await viewOf(ben)).local.unheard).toBe(false);

  await meeting.change(ben, { microphone: false, hearsThemselves: true });
  await eventually(async () => (await viewOf(ben)).local.unheard).toBe(true);
  expect((await viewOf(ben)).local).toMatchObject({ audioLevel: 0, speaking: false });
  await eventually(() => lastReport(ben)).toMatchObject({ microphone: { live: false }, ear: true });
  expect(await liveTracks(ben)).toEqual(['audio', 'video']);
  await hearsNothingOf(ana, ben);

  await meeting.change(ben, { microphone: true });
  await hears(ana, ben);
  await eventually(async () => (await viewOf(ben)).local.unheard).toBe(false);
  expect(await lastReport(ben)).not.toHaveProperty('ear');

  await meeting.change(ben, { microphone: false });
  await eventually(() => lastReport(ben)).toMatchObject({ ear: true });
  await meeting.remove(ben);
  await eventually(() => lastReport(ben)).toEqual(NOTHING_OPEN);
  expect(await liveTracks(ben)).toEqual([]);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('whoever did not ask for it has the microphone closed, and learns nothing', async () => {
  const [meeting, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  await meeting.change(ben, { microphone: false });
  await hearsNothingOf(ana, ben);
  expect(await liveTracks(ben)).toEqual(['video']);
  expect((await viewOf(ben)).local.unheard).toBe(false);
  expect(await lastReport(ben)).not.toHaveProperty('ear');
});
