import { expect } from 'vitest';

import type { RouteRequest } from '#protocol/ipc/contract.ts';

import type { Person } from './meeting.ts';

/** How long a condition may take on a busy machine before it counts as never. */
const PATIENCE = { timeout: 20_000, interval: 100 };

/** `one` gets pictures of `other`, and a video element presents them. */
export async function sees(one: Person, other: Person): Promise<void> {
  await expect.poll(() => remoteOf(one, other), PATIENCE).toMatchObject({ hasVideo: true, link: 'connected' });
  await expect
    .poll(() => one.page.evaluate(([id, peer]) => window.lab.frames(id, peer), [one.id, other.id] as const), PATIENCE)
    .toBeGreaterThan(3);
}

/** `one` gets no picture of `other`. */
export async function seesNothingOf(one: Person, other: Person): Promise<void> {
  await expect.poll(async () => (await remoteOf(one, other))?.hasVideo, PATIENCE).toBe(false);
  await expect
    .poll(() => one.page.evaluate(([id, peer]) => window.lab.frames(id, peer), [one.id, other.id] as const), PATIENCE)
    .toBe(0);
}

/** The audio element that `one` has for `other` plays something. */
export async function hears(one: Person, other: Person): Promise<void> {
  await expect
    .poll(() => one.page.evaluate((peer) => window.lab.audioEnergy(peer), other.id), PATIENCE)
    .toBeGreaterThan(0.001);
}

export async function hearsNothingOf(one: Person, other: Person): Promise<void> {
  await expect
    .poll(() => one.page.evaluate((peer) => window.lab.audioEnergy(peer), other.id), PATIENCE)
    .toBeLessThan(0.0001);
}

/** `one` gets the screen of `other`, and a video element presents it. */
export async function seesScreenOf(one: Person, other: Person): Promise<void> {
  await expect.poll(async () => (await remoteOf(one, other))?.screen, PATIENCE).toBe(true);
  await expect
    .poll(
      () => one.page.evaluate(([id, peer]) => window.lab.screenFrames(id, peer), [one.id, other.id] as const),
      PATIENCE,
    )
    .toBeGreaterThan(0);
}

export async function seesNoScreenOf(one: Person, other: Person): Promise<void> {
  await expect.poll(async () => (await remoteOf(one, other))?.screen, PATIENCE).toBe(false);
}

/** How loud what `one` hears of the screen of `other` is. */
export function screenSound(one: Person, other: Person): Promise<number> {
  return one.page.evaluate((peer) => window.lab.audioEnergy(peer, 'screen-of'), other.id);
}

/** Both see and hear each other. */
export async function areTogether(one: Person, other: Person): Promise<void> {
  await Promise.all([sees(one, other), sees(other, one), hears(one, other), hears(other, one)]);
}

export function viewOf(one: Person) {
  return one.page.evaluate((id) => window.lab.view(id), one.id);
}

export async function remoteOf(one: Person, other: Person) {
  return (await viewOf(one)).remotes[other.id];
}

/** The generation of the only link of `one`. */
export async function generationOf(one: Person): Promise<number> {
  const [figures] = await one.page.evaluate((id) => window.lab.figures(id), one.id);
  return figures?.generation ?? 0;
}

/** Kinds of device tracks that are live in the page of `one`. */
export function liveTracks(one: Person): Promise<readonly string[]> {
  return one.page.evaluate(() =>
    window.lab.census
      .liveTracks()
      .map(({ kind }) => kind)
      .sort(),
  );
}

export function openConnections(one: Person): Promise<number> {
  return one.page.evaluate(() => window.lab.census.connections().length);
}

export async function lastReport(one: Person): Promise<RouteRequest<'capture:report'> | undefined> {
  return (await one.page.evaluate((id) => window.lab.reports(id), one.id)).at(-1);
}

/** What says that nothing is open: main lets `meeting-left` out on it. */
export const NOTHING_OPEN: RouteRequest<'capture:report'> = {
  microphone: { live: false, error: null },
  camera: { live: false, error: null },
  screen: { live: false, error: null },
  links: 0,
};

/** Waits until a value that is read again and again matches. */
export function eventually<Value>(read: () => Promise<Value>) {
  return expect.poll(read, PATIENCE);
}

/** What the engines of these were told of as faults: nothing, in a test that expects none. */
export async function faultsOf(...people: readonly Person[]): Promise<readonly string[]> {
  const told = people.map((one) => one.page.evaluate((id) => window.lab.faults(id), one.id));
  return (await Promise.all(told)).flat();
}
