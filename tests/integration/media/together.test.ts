import { expect, test } from 'vitest';

import { LabMeeting } from './lab/meeting.ts';
import {
  areTogether,
  eventually,
  faultsOf,
  generationOf,
  hears,
  hearsNothingOf,
  lastReport,
  liveTracks,
  openConnections,
  remoteOf,
  sees,
  seesNothingOf,
  viewOf,
} from './lab/senses.ts';
import { useLab } from './lab/useLab.ts';

const lab = useLab();

test('two people see and hear each other, themselves, and that they speak', async () => {
  const [, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  for (const one of [ana, ben]) {
    const view = await viewOf(one);
    expect(view.local.video).toBe(true);
    expect(view.microphones).toHaveLength(2);
    expect(view.cameras.map(({ label }) => label)).toEqual(['fake_device_0', 'fake_device_1', 'fake_device_2']);
    await eventually(async () => (await viewOf(one)).local.audioLevel).toBeGreaterThan(0);
    await eventually(() => lastReport(one)).toMatchObject({
      microphone: { live: true, error: null },
      camera: { live: true, error: null },
      links: 1,
    });
    expect(await openConnections(one)).toBe(1);
  }
  await eventually(async () => (await remoteOf(ana, ben))?.speaking).toBe(true);
  await eventually(async () => (await remoteOf(ana, ben))?.speaking).toBe(false);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('mute closes the microphone, and nobody hears anything until it is opened again', async () => {
  const [meeting, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  const generation = await generationOf(ana);

  await meeting.change(ben, { microphone: false });
  expect(await liveTracks(ben)).toEqual(['video']);
  await eventually(() => lastReport(ben)).toMatchObject({ microphone: { live: false }, camera: { live: true } });
  await hearsNothingOf(ana, ben);
  expect((await viewOf(ben)).local).toMatchObject({ audioLevel: 0 });
  await sees(ana, ben);

  await meeting.change(ben, { microphone: true });
  await hears(ana, ben);
  await hears(ben, ana);
  // Nothing was negotiated for it.
  expect(await generationOf(ana)).toBe(generation);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('stop video ends the camera track, takes the picture away, and start video brings it back', async () => {
  const [meeting, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  const generation = await generationOf(ana);

  for (const [one, other] of [
    [ana, ben],
    [ben, ana],
  ] as const) {
    await meeting.change(one, { camera: false });
    expect(await liveTracks(one)).toEqual(['audio']);
    const states = await one.page.evaluate(() =>
      window.lab.census
        .everOpened()
        .filter(({ kind }) => kind === 'video')
        .map(({ readyState }) => readyState),
    );
    expect(states).toEqual(['ended']);
    expect((await viewOf(one)).local.video).toBe(false);
    await seesNothingOf(other, one);
    await hears(other, one);

    await meeting.change(one, { camera: true });
    await sees(other, one);
    expect((await viewOf(one)).local.video).toBe(true);
  }
  expect(await generationOf(ana)).toBe(generation);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('whoever joins with camera and microphone off sees and hears, and can turn them on later', async () => {
  const meeting = new LabMeeting();
  const ana = await meeting.join('ana', await lab.open());
  const ben = await meeting.join('ben', await lab.open(), { microphone: false, camera: false });
  await sees(ben, ana);
  await hears(ben, ana);
  expect(await liveTracks(ben)).toEqual([]);
  expect((await remoteOf(ana, ben))?.hasVideo).toBe(false);
  const generation = await generationOf(ana);

  await meeting.change(ben, { microphone: true, camera: true });
  await areTogether(ana, ben);
  expect(await generationOf(ana)).toBe(generation);
});

test('two who both join with everything off are linked, and meet when both turn everything on', async () => {
  const meeting = new LabMeeting();
  const off = { microphone: false, camera: false };
  const ana = await meeting.join('ana', await lab.open(), off);
  const ben = await meeting.join('ben', await lab.open(), off);
  await eventually(async () => (await remoteOf(ana, ben))?.link).toBe('connected');
  await Promise.all([
    meeting.change(ana, { microphone: true, camera: true }),
    meeting.change(ben, { microphone: true, camera: true }),
  ]);
  await areTogether(ana, ben);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('both sides turning everything on and off fifty times at once leave one link, in order', async () => {
  const [meeting, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  const generation = await generationOf(ana);

  for (let round = 0; round < 50; round += 1) {
    const on = round % 2 === 1;
    // No waiting for anything to settle: devices open while they are being closed.
    await Promise.all([
      meeting.change(ana, { microphone: on, camera: !on }),
      meeting.change(ben, { microphone: !on, camera: on }),
    ]);
  }
  await meeting.change(ana, { microphone: true, camera: true });
  await meeting.change(ben, { microphone: true, camera: true });

  await areTogether(ana, ben);
  for (const one of [ana, ben]) {
    expect(await generationOf(one)).toBe(generation);
    expect(await openConnections(one)).toBe(1);
    expect(await liveTracks(one)).toEqual(['audio', 'video']);
  }
  expect(await faultsOf(ana, ben)).toEqual([]);
});
