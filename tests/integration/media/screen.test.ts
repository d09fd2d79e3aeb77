import { expect, test } from 'vitest';

import { LabMeeting, type Person } from './lab/meeting.ts';
import {
  areTogether,
  eventually,
  faultsOf,
  generationOf,
  hears,
  lastReport,
  liveTracks,
  NOTHING_OPEN,
  remoteOf,
  screenSound,
  sees,
  seesNoScreenOf,
  seesScreenOf,
  viewOf,
} from './lab/senses.ts';
import { useLab } from './lab/useLab.ts';

const lab = useLab();

const signalsOf = async (...people: readonly Person[]): Promise<number> => {
  const sent = await Promise.all(people.map((one) => one.page.evaluate((id) => window.lab.sent(id).length, one.id)));
  return sent.reduce((sum, count) => sum + count, 0);
};

/** How the line of the screen is sent, by what the browser says. */
const screenSending = (one: Person) =>
  one.page.evaluate(() =>
    window.lab.census.connections().map((connection) => {
      const sender = connection.getSenders().find(({ track }) => track?.contentHint === 'detail');
      const { encodings, degradationPreference } = sender?.getParameters() ?? { encodings: [] };
      const [encoding] = encodings;
      return [encoding?.scaleResolutionDownBy, encoding?.maxFramerate, degradationPreference];
    }),
  );

test('a screen goes beside the camera, as large as it is, and neither its coming nor its going negotiates anything', async () => {
  const [meeting, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  const [generation, signals] = [await generationOf(ana), await signalsOf(ana, ben)];
  const screen = await ana.page.evaluate(() => [window.screen.width, window.screen.height]);

  for (const [one, other] of [
    [ana, ben],
    [ben, ana],
  ] as const) {
    await meeting.change(one, { screen: 'on' });
    await seesScreenOf(other, one);
    await eventually(() => lastReport(one)).toMatchObject({ screen: { live: true, error: null } });
    const size = await other.page.evaluate(([id, peer]) => window.lab.screenSize(id, peer), [
      other.id,
      one.id,
    ] as const);
    expect(size).toEqual(screen);
    await eventually(() => screenSending(one)).toEqual([[1, 15, 'maintain-resolution']]);
    expect((await viewOf(one)).local.screen).toBe(true);
    await areTogether(ana, ben);

    await meeting.change(one, { screen: 'off' });
    await seesNoScreenOf(other, one);
    expect(await liveTracks(one)).toEqual(['audio', 'video']);
    expect((await viewOf(one)).local.screen).toBe(false);
    await areTogether(ana, ben);
  }
  expect([await generationOf(ana), await signalsOf(ana, ben)]).toEqual([generation, signals]);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('the camera is not taken for the screen, nor the screen for the camera, whichever of them is on', async () => {
  const meeting = new LabMeeting();
  const ana = await meeting.join('ana', await lab.open(), { camera: false });
  const ben = await meeting.join('ben', await lab.open(), { camera: false });
  await eventually(async () => (await remoteOf(ana, ben))?.link).toBe('connected');

  await meeting.change(ben, { screen: 'on' });
  await seesScreenOf(ana, ben);
  expect((await remoteOf(ana, ben))?.hasVideo).toBe(false);
  await meeting.change(ben, { screen: 'off', camera: true });
  await sees(ana, ben);
  expect((await remoteOf(ana, ben))?.screen).toBe(false);
  const [figures] = await ana.page.evaluate((id) => window.lab.figures(id), ana.id);
  expect(figures?.screenFramesIn).toBeGreaterThan(0);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('whoever comes while a screen is shared sees it, and so does who came back from a crash', async () => {
  const meeting = new LabMeeting();
  const ana = await meeting.join('ana', await lab.open());
  await meeting.change(ana, { screen: 'on' });
  const ben = await meeting.join('ben', await lab.open());
  const cleo = await meeting.join('cleo', await lab.open());
  await Promise.all([seesScreenOf(ben, ana), seesScreenOf(cleo, ana), sees(ben, cleo)]);

  await lab.crash(ben.page);
  ben.page = await lab.open();
  await ben.page.evaluate((id) => window.lab.start(id), ben.id);
  await meeting.tell();
  await Promise.all([seesScreenOf(ben, ana), sees(ben, ana), sees(ana, ben)]);
  expect(await faultsOf(ana, ben, cleo)).toEqual([]);
});

test('the sound of what is shared is heard beside the voice, and ends with it', async () => {
  const [meeting, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  await meeting.change(ben, { screen: 'sound', microphone: false });
  await seesScreenOf(ana, ben);
  await eventually(() => screenSound(ana, ben)).toBeGreaterThan(0.01);
  await meeting.change(ben, { microphone: true });
  await hears(ana, ben);
  expect(await screenSound(ana, ben)).toBeGreaterThan(0.01);

  await meeting.change(ben, { screen: 'off' });
  await eventually(() => screenSound(ana, ben)).toBe(0);
  await hears(ana, ben);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('no screen is shown of who may not share, or whose share was stopped, whatever their client sends', async () => {
  const [meeting, ana, ben] = await lab.two();
  await meeting.change(ben, { screen: 'sound' });
  await seesScreenOf(ana, ben);
  await meeting.change(ben, { stopped: { screen: { by: null, at: 1 } } });
  await seesNoScreenOf(ana, ben);
  expect(await screenSound(ana, ben)).toBe(0);
  expect(await liveTracks(ben), 'it is recorded all the same').toEqual(['audio', 'audio', 'video', 'video']);
  await sees(ana, ben);

  await meeting.change(ben, { stopped: {} });
  await seesScreenOf(ana, ben);
  await meeting.change(ben, { role: 'viewer' });
  await eventually(async () => (await remoteOf(ana, ben))?.screen ?? false).toBe(false);
  expect(await screenSound(ana, ben)).toBe(0);
});

test('sharing and stopping thirty times without waiting leaves camera and voice as they are, and one screen or none', async () => {
  const [meeting, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  const generation = await generationOf(ana);
  for (let round = 0; round < 30; round += 1) {
    const screen = round % 2 === 0 ? 'sound' : 'off';
    await Promise.all([
      meeting.change(ana, { screen }),
      meeting.change(ben, { screen: screen === 'off' ? 'on' : 'off' }),
    ]);
  }
  await meeting.change(ana, { screen: 'on' });
  await meeting.change(ben, { screen: 'off' });
  await Promise.all([seesScreenOf(ben, ana), seesNoScreenOf(ana, ben), areTogether(ana, ben)]);
  await eventually(() => liveTracks(ana)).toEqual(['audio', 'video', 'video']);
  await eventually(() => liveTracks(ben)).toEqual(['audio', 'video']);
  expect(await generationOf(ana)).toBe(generation);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('a screen is closed before apply returns when the meeting is over, also one that is still opening', async () => {
  const [meeting, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  await meeting.change(ana, { screen: 'sound' });
  await seesScreenOf(ben, ana);
  const release = await ben.page.evaluateHandle(() => window.lab.census.holdOpening('screen'));
  await meeting.change(ben, { screen: 'on' });

  for (const one of [ana, ben]) {
    const over = meeting.snapshot({ ...one, phase: 'over' });
    const left = await one.page.evaluate(
      ([id, snapshot]) => {
        window.lab.apply(id, snapshot);
        return window.lab.census.liveTracks().length;
      },
      [one.id, over] as const,
    );
    expect(left).toBe(0);
  }
  await eventually(() => lastReport(ana)).toEqual(NOTHING_OPEN);
  // What is still opening may light up at any moment: until it is closed, nothing is called released.
  expect(await lastReport(ben)).toMatchObject({ screen: { live: true } });
  await release.evaluate((open) => open());
  await eventually(() => lastReport(ben)).toEqual(NOTHING_OPEN);
  expect(await liveTracks(ben)).toEqual([]);
});
