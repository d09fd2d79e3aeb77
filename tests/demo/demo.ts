import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from '@playwright/test';

import { ROOT } from '#build/setup/paths.mjs';
import {
  endForEveryone,
  expectHome,
  hostMeeting,
  joinFromPreview,
  openEndDialog,
  openMeeting,
} from '#tests/e2e/harness/flows.ts';
import { launchApp, type RunningApp } from '#tests/e2e/harness/launch.ts';
import { watchMedia } from '#tests/e2e/harness/mediaWatch.ts';

import { createTimeline } from './timeline.ts';
import { watchVideos, whenClicked, whenDialog, whenReleased, whenVideoMoves } from './videoWatch.ts';

// A host and two guests, three instances of the real app, meet with moving pictures; the host ends the meeting for
// everybody, with a reason and a lock. Started by `npm start -- --demo`.

interface Person extends RunningApp {
  readonly name: string;
}

const REASON = 'That was all for today, thank you!';
const ENDED = 'The meeting was ended';
const TIME_LIMIT_MS = 120_000;
const PICTURES = join(ROOT, 'out/demo');

const timeline = createTimeline();
const people: Person[] = [];
let step = 'starting';

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function start(name: string): Promise<Person> {
  const app = await launchApp();
  const person = { ...app, name };
  people.push(person);
  await Promise.all([watchMedia(app.page), watchVideos(app.page)]);
  await expectHome(app.page);
  timeline.note(name, 'window shown');
  return person;
}

async function picture(person: Person, what: string): Promise<void> {
  await person.page.screenshot({ path: join(PICTURES, `${what}-${person.name}.png`), timeout: 10_000 });
}

async function meet(host: Person, guests: readonly Person[]): Promise<void> {
  step = 'the host makes a meeting';
  await picture(host, '1-home');
  const link = await hostMeeting(host.page, host.name);
  timeline.note(host.name, 'joined, as host');

  step = 'the guests join by the invite link';
  await Promise.all(
    guests.map(async (guest) => {
      await openMeeting(guest.page, link);
      await expect(guest.page.getByRole('button', { name: 'Join now' })).toBeVisible();
      await picture(guest, '2-preview');
      await joinFromPreview(guest.page, guest.name);
      timeline.note(guest.name, 'joined');
    }),
  );

  step = 'everybody sees everybody move';
  await Promise.all(
    people.map(async (person) => {
      const others = people.filter((other) => other !== person);
      const shown = await Promise.all(others.map((other) => whenVideoMoves(person.page, other.name)));
      const [first = 0, ...later] = shown.map(({ firstAt }) => firstAt).sort((one, other) => one - other);
      timeline.note(person.name, 'first remote frame', first);
      for (const at of later) timeline.note(person.name, 'next remote frame', at);
    }),
  );
  await Promise.all(people.map((person) => picture(person, '3-meeting')));
}

async function end(host: Person, guests: readonly Person[]): Promise<void> {
  step = 'the host ends the meeting for everyone';
  await openEndDialog(host.page);
  await picture(host, '4-ending');
  await host.page.keyboard.press('Escape');
  const dialogs = guests.map((guest) => whenDialog(guest.page, ENDED));
  const released = people.map((person) => whenReleased(person.page));
  const clicked = whenClicked(host.page, 'End for everyone');
  await endForEveryone(host.page, { reason: REASON, lock: true });
  timeline.note(host.name, 'end sent', await clicked);

  step = 'every guest is told who ended it, why, and that it is locked';
  for (const [at, guest] of guests.entries()) timeline.note(guest.name, 'dialog shown', (await dialogs[at]) ?? 0);
  for (const guest of guests) {
    const dialog = guest.page
      .getByRole('dialog', { name: ENDED })
      .or(guest.page.getByRole('alertdialog', { name: ENDED }));
    await expect(dialog).toContainText(host.name);
    await expect(dialog).toContainText(REASON);
    await expect(dialog.getByRole('button', { name: 'Rejoin' })).toHaveCount(0);
    await picture(guest, '5-ended');
  }

  step = 'everybody has released camera and microphone';
  for (const [at, person] of people.entries())
    timeline.note(person.name, 'all capture released', (await released[at]) ?? 0);

  step = 'the host is back home, without a dialog';
  await expectHome(host.page);
  await expect(host.page.getByRole('dialog')).toHaveCount(0);
  await picture(host, '6-home');
}

async function play(): Promise<void> {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  timeline.note('Demo', 'starting three apps');
  step = 'three apps start';
  const [host, ...guests] = await Promise.all([start('Ana'), start('Ben'), start('Cleo')]);
  await meet(host, guests);
  await end(host, guests);
}

/** Rejects when the demo takes longer than it ever should. */
function timeLimit(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`It took longer than ${TIME_LIMIT_MS / 1000} s.`)), TIME_LIMIT_MS).unref();
  });
}

async function main(): Promise<number> {
  try {
    await Promise.race([play(), timeLimit()]);
  } catch (error) {
    say(`\nThe demo failed while: ${step}.\n${error instanceof Error ? error.message : String(error)}\n`);
    for (const person of people) {
      await picture(person, 'failed').catch(() => say(`${person.name}'s window can't be photographed.`));
      say(`${person.name} printed:\n${person.output().split('\n').slice(-15).join('\n')}`);
    }
    return 1;
  } finally {
    await Promise.all(people.map((person) => person.close()));
  }
  say('');
  timeline.print(say);
  say(`\nPictures of each step are in ${PICTURES}.`);
  return 0;
}

process.exitCode = await main();
