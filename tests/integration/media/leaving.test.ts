import { expect, test } from 'vitest';

import { LabMeeting, type Person } from './lab/meeting.ts';
import {
  areTogether,
  eventually,
  faultsOf,
  lastReport,
  liveTracks,
  NOTHING_OPEN,
  openConnections,
  viewOf,
} from './lab/senses.ts';
import { useLab } from './lab/useLab.ts';

const lab = useLab();

const audioElements = (one: Person): Promise<number> =>
  one.page.evaluate(() => document.querySelectorAll('audio').length);

test('everything is closed before apply returns, and reported (semantics rule 2)', async () => {
  const [meeting, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  expect(await viewOf(ben)).toMatchObject({ holding: true });
  const over = meeting.snapshot({ ...ben, phase: 'over' });
  const atOnce = await ben.page.evaluate(
    ([id, snapshot]) => {
      window.lab.apply(id, snapshot);
      const { census } = window.lab;
      return [census.liveTracks().length, census.connections().length, window.lab.view(id).holding];
    },
    [ben.id, over] as const,
  );
  expect(atOnce).toEqual([0, 0, false]);
  await eventually(() => lastReport(ben)).toEqual(NOTHING_OPEN);
  const view = await viewOf(ben);
  expect(view).toMatchObject({ local: { video: false, audioLevel: 0 } });
  expect(view.remotes).toEqual({});
  expect(await audioElements(ben)).toBe(0);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('a participant who is out is cut off at once by everybody (semantics rule 4, invariant 5)', async () => {
  const [meeting, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  // Ben's page does not follow: it was removed and goes on as if nothing had happened.
  ben.phase = 'over';
  const left = await ana.page.evaluate(
    ([id, snapshot]) => {
      window.lab.apply(id, snapshot);
      return window.lab.census.connections().length;
    },
    [ana.id, meeting.snapshot(ana)] as const,
  );
  expect(left).toBe(0);
  expect((await viewOf(ana)).remotes).toEqual({});
  expect(await audioElements(ana)).toBe(0);
  // Nor does it come back by what it sends.
  await eventually(async () => (await viewOf(ben)).remotes[ana.id]?.link).toBe('lost');
  await eventually(() => openConnections(ben)).toBe(1);
  expect(await openConnections(ana)).toBe(0);
});

test('leaving is reported also where nothing was ever open', async () => {
  const meeting = new LabMeeting();
  const ana = await meeting.join('ana', await lab.open(), { microphone: false, camera: false });
  await eventually(() => lastReport(ana)).toEqual(NOTHING_OPEN);
  const before = await ana.page.evaluate((id) => window.lab.reports(id).length, ana.id);
  await meeting.remove(ana);
  await eventually(() => ana.page.evaluate((id) => window.lab.reports(id).length, ana.id)).toBe(before + 1);
  expect(await lastReport(ana)).toEqual(NOTHING_OPEN);
});

test('a camera that is still opening on leaving counts as open until it is closed', async () => {
  const page = await lab.open();
  await page.evaluate(() => Object.assign(window, { release: window.lab.census.holdOpening('video') }));
  const meeting = new LabMeeting();
  const ana = await meeting.join('ana', page);
  await eventually(() => liveTracks(ana)).toEqual(['audio']);
  await meeting.remove(ana);
  await eventually(() => lastReport(ana)).toMatchObject({ microphone: { live: false }, camera: { live: true } });
  expect(await viewOf(ana)).toMatchObject({ holding: true });

  await page.evaluate(() => (window as unknown as { release: () => void }).release());
  await eventually(() => lastReport(ana)).toEqual(NOTHING_OPEN);
  expect(await liveTracks(ana)).toEqual([]);
  expect(await viewOf(ana)).toMatchObject({ holding: false });
  const opened = await page.evaluate(() => window.lab.census.everOpened().map(({ kind }) => kind));
  expect(opened.sort()).toEqual(['audio', 'video']);
});

test('whoever left can join again from the same page', async () => {
  const [meeting, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  await meeting.remove(ben);
  await eventually(() => openConnections(ana)).toBe(0);
  await meeting.change(ben, { phase: 'preview' });
  await eventually(() => liveTracks(ben)).toEqual(['audio', 'video']);
  await meeting.change(ben, { phase: 'joined', joinedAt: ben.joinedAt + 1_000 });
  await areTogether(ana, ben);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('dispose leaves no track, no connection, no audio context, no element', async () => {
  const [, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  const left = await ben.page.evaluate(async (id) => {
    const { census } = window.lab;
    await window.lab.dispose(id);
    return {
      tracks: census.liveTracks().length,
      connections: census.connections().length,
      contexts: census.audioContexts().length,
      elements: document.body.childElementCount,
    };
  }, ben.id);
  expect(left).toEqual({ tracks: 0, connections: 0, contexts: 0, elements: 0 });
});
