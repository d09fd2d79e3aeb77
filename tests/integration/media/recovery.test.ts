import { expect, test } from 'vitest';

import { LabMeeting, type Person } from './lab/meeting.ts';
import { areTogether, eventually, faultsOf, generationOf, openConnections, remoteOf } from './lab/senses.ts';
import { useLab } from './lab/useLab.ts';

const lab = useLab();

async function together(): Promise<[LabMeeting, Person, Person]> {
  const [meeting, ana, ben] = await lab.two();
  await areTogether(ana, ben);
  return [meeting, ana, ben];
}

/** What main does after a crash: another page for the same participant. */
async function openAgain(meeting: LabMeeting, person: Person, options: { clockOffset?: number } = {}): Promise<void> {
  const page = await lab.open();
  await page.evaluate(([id, chosen]) => window.lab.start(id, chosen), [person.id, options] as const);
  await meeting.change(person, { page });
}

test.each(['who was there first', 'who came later'])(
  'the page of the one %s is killed and opened anew',
  async (who) => {
    const [meeting, ana, ben] = await together();
    const [killed, other] = who === 'who came later' ? [ben, ana] : [ana, ben];
    const generation = await generationOf(other);

    await lab.crash(killed.page);
    await openAgain(meeting, killed);

    await areTogether(ana, ben);
    expect(await generationOf(other)).toBeGreaterThan(generation);
    for (const one of [ana, ben]) expect(await openConnections(one)).toBe(1);
    expect(await faultsOf(ana, ben)).toEqual([]);
  },
);

test('a page opened anew on a machine whose clock was put back a day is heard', async () => {
  const [meeting, ana, ben] = await together();
  await lab.crash(ben.page);
  await openAgain(meeting, ben, { clockOffset: -86_400_000 });
  await areTogether(ana, ben);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('a page that is gone without a word is marked as lost, and linked again when it is back', async () => {
  const [meeting, ana, ben] = await together();
  await lab.crash(ben.page);
  await eventually(async () => (await remoteOf(ana, ben))?.link).toBe('lost');
  await openAgain(meeting, ben);
  await areTogether(ana, ben);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test.each([0, 1])('a connection that closes on one side (%i) is rebuilt', async (which) => {
  const [, ana, ben] = await together();
  const one = [ana, ben][which] ?? ana;
  const generation = await generationOf(one);
  await one.page.evaluate(() => window.lab.census.connections()[0]?.close());
  await eventually(() => generationOf(one)).toBeGreaterThan(generation);
  await areTogether(ana, ben);
  for (const person of [ana, ben]) expect(await openConnections(person)).toBe(1);
});

test('another device that takes over gets the link, without anybody being told', async () => {
  const [meeting, ana, ben] = await together();
  const generation = await generationOf(ben);
  // Ana's second device: the same participant, in another page; the first one's session is over (1011).
  const second: Person = { ...ana, page: await lab.open() };
  await second.page.evaluate((id) => window.lab.start(id), second.id);
  meeting.people[0] = second;
  await meeting.tellOne({ ...ana, phase: 'over' });
  await meeting.tell();

  await areTogether(second, ben);
  expect(await generationOf(ben)).toBeGreaterThan(generation);
  expect(await openConnections(ben)).toBe(1);
  expect(await openConnections(ana)).toBe(0);
});

test('media goes on while signaling is lost on either side', async () => {
  const [meeting, ana, ben] = await together();
  const generation = await generationOf(ana);
  await meeting.change(ben, { phase: 'reconnecting', connection: 'lost' });
  await areTogether(ana, ben);
  await meeting.change(ben, { phase: 'joined', connection: 'live' });
  await areTogether(ana, ben);
  expect(await generationOf(ana)).toBe(generation);
});

test('a link that dies while its participant is lost waits, and is rebuilt on return', async () => {
  const [meeting, ana, ben] = await together();
  const generation = await generationOf(ana);
  await meeting.change(ben, { phase: 'reconnecting', connection: 'lost' });
  await ben.page.evaluate(() => window.lab.census.connections()[0]?.close());
  await eventually(async () => (await remoteOf(ana, ben))?.link).toBe('lost');
  const sent = await ana.page.evaluate((id) => window.lab.sent(id).length, ana.id);

  await meeting.change(ben, { phase: 'joined', connection: 'live' });
  await areTogether(ana, ben);
  expect(await generationOf(ana)).toBeGreaterThan(generation);
  expect(sent).toBeLessThan(await ana.page.evaluate((id) => window.lab.sent(id).length, ana.id));
});

test('an offer that comes before the snapshot that names its sender is held for it', async () => {
  const meeting = new LabMeeting();
  const ana = await meeting.join('ana', await lab.open());
  const bensPage = await lab.open();
  const tellOne = meeting.tellOne.bind(meeting);
  // Ana learns of Ben only after Ben has offered.
  meeting.tellOne = async (person) => {
    if (person.id !== ana.id) await tellOne(person);
  };
  const ben = await meeting.join('ben', bensPage);
  await eventually(() => ben.page.evaluate((id) => window.lab.sent(id).length, ben.id)).toBeGreaterThan(0);
  const offered = await generationOf(ben);
  meeting.tellOne = tellOne;
  await meeting.tell();
  await areTogether(ana, ben);
  expect(await generationOf(ben)).toBe(offered);
});
