import { expect, test } from 'vitest';

import { LabMeeting, type Person } from './lab/meeting.ts';
import { areTogether, eventually, faultsOf, generationOf, hears, sees, seesScreenOf, viewOf } from './lab/senses.ts';
import { useLab } from './lab/useLab.ts';

const lab = useLab();

const say = (from: Person, to: Person, text: string) =>
  from.page.evaluate(([id, peer, said]) => window.lab.say(id, peer, said), [from.id, to.id, text] as const);
const talked = (one: Person) => one.page.evaluate((id) => window.lab.talked(id), one.id);
const watch = (
  one: Person,
  shown: Readonly<Record<string, { width: number; height: number }>>,
  screens?: readonly string[],
) => one.page.evaluate(([id, sizes, those]) => window.lab.watch(id, sizes, those), [one.id, shown, screens] as const);

/** Whether a page that shares sends its screen, over each connection. */
const sendsScreen = (one: Person) =>
  one.page.evaluate(() =>
    window.lab.census.connections().map((connection) => {
      const sender = connection.getSenders().find(({ track }) => track?.contentHint === 'detail');
      return sender?.getParameters().encodings[0]?.active;
    }),
  );
const figuresOf = async (one: Person) => one.page.evaluate((id) => window.lab.figures(id), one.id);

/** How the picture goes over each connection of a page, in the order in which they were made. */
const pictures = (one: Person) =>
  one.page.evaluate(() =>
    window.lab.census.connections().map((connection) => {
      const sender = connection.getSenders().find(({ track }) => track?.kind === 'video');
      const encoding = sender?.getParameters().encodings[0];
      return [encoding?.active, encoding?.scaleResolutionDownBy];
    }),
  );

test('two pages talk directly, in order, text and bytes, more than the connection can hold at once', async () => {
  const [, ana, ben] = await lab.two();
  expect(await say(ana, ben, 'before there is a connection')).toBe('said');
  const sent = ana.page.evaluate(([id, peer]) => window.lab.sendBytes(id, peer, 200 * 65_536, 65_536), [
    ana.id,
    ben.id,
  ] as const);
  expect(await sent).toEqual(['said']);
  expect(await say(ana, ben, 'the end')).toBe('said');
  await eventually(async () => (await talked(ben)).at(-1)).toBe('the end');
  const bytes = Array.from({ length: 200 }, (_, count) => `${count} x 65536`);
  expect(await talked(ben)).toEqual(['open', 'before there is a connection', ...bytes, 'the end']);
  expect(await say(ana, ben, 'x'.repeat(65_537))).toBe('too-long');
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('talk goes on over the connection that is built after one is lost, and says that it is open anew', async () => {
  const [, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  const generation = await generationOf(ana);
  await ana.page.evaluate(() => window.lab.census.connections()[0]?.close());
  const [toBen, toAna] = [say(ana, ben, 'after the loss'), say(ben, ana, 'and back')];
  expect(await Promise.all([toBen, toAna])).toEqual(['said', 'said']);
  await eventually(() => talked(ben)).toEqual(['open', 'open', 'after the loss']);
  expect(await generationOf(ana)).toBeGreaterThan(generation);
});

test('whoever is not shown is not sent and not decoded, is heard all the same, and comes back when shown', async () => {
  const meeting = new LabMeeting();
  const ana = await meeting.join('ana', await lab.open());
  const ben = await meeting.join('ben', await lab.open());
  await areTogether(ana, ben);

  await watch(ana, {});
  await eventually(() => pictures(ben)).toEqual([[false, 1]]);
  await eventually(async () => (await viewOf(ana)).remotes[ben.id]?.hasVideo).toBe(false);
  const before = (await figuresOf(ana))[0]?.videoFramesIn ?? Infinity;
  await hears(ana, ben);
  expect((await figuresOf(ana))[0]?.videoFramesIn).toBe(before);
  // Each for itself: Ben goes on seeing Ana.
  await sees(ben, ana);

  await watch(ana, { [ben.id]: { width: 320, height: 176 } });
  await sees(ana, ben);
  await eventually(() => pictures(ben)).toEqual([[true, 4]]);
  // Smaller still where the machine has no time for more.
  await eventually(async () => (await figuresOf(ben))[0]?.videoWidthOut).toBeLessThanOrEqual(320);
  expect((await figuresOf(ana))[0]?.videoFramesIn).toBeGreaterThan(before);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('what a page shows is told to whoever comes later, and again over a connection that was built anew', async () => {
  const meeting = new LabMeeting();
  const ana = await meeting.join('ana', await lab.open());
  await watch(ana, {});
  const ben = await meeting.join('ben', await lab.open());
  await eventually(() => pictures(ben)).toEqual([[false, 1]]);
  await hears(ana, ben);
  await ben.page.evaluate(() => window.lab.census.connections()[0]?.close());
  await eventually(() => pictures(ben)).toEqual([[false, 1]]);
  await hears(ana, ben);
  expect((await figuresOf(ana))[0]?.videoFramesIn).toBeLessThan(30);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('a shared screen that is not shown is not sent, and comes back when it is, without the camera', async () => {
  const [meeting, ana, ben] = await lab.two();
  await meeting.change(ben, { screen: 'on' });
  await seesScreenOf(ana, ben);
  await watch(ana, {}, []);
  await eventually(() => sendsScreen(ben)).toEqual([false]);
  await watch(ana, {}, [ben.id]);
  await eventually(() => sendsScreen(ben)).toEqual([true]);
  await seesScreenOf(ana, ben);
  expect(await pictures(ben)).toEqual([[false, 1]]);
  expect(await faultsOf(ana, ben)).toEqual([]);
});
