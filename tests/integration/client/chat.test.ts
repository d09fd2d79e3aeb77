import { afterEach, beforeEach, expect, test } from 'vitest';

import type { ChatMessage } from '#protocol/chat.ts';

import { must, Party, type Person } from './harness/party.ts';

let party: Party;

beforeEach(async () => {
  party = await Party.start({ limits: { messagesPerSecond: 100_000, burst: 100_000 } });
});
afterEach(() => party.end());

/** Everything that somebody hears, as it comes. */
function hearing(person: Person): readonly ChatMessage[] {
  const heard: ChatMessage[] = [];
  person.client.chat.onMessage((message) => heard.push(message));
  return heard;
}

const say = (person: Person, text: string) =>
  person.client.chat.say({ text, mentions: [] }, person.client.chat.nextId());
const textsOf = (heard: readonly ChatMessage[]) => heard.map(({ content }) => content?.text ?? null);
const byTime = (heard: readonly ChatMessage[]) => [...heard].sort((one, other) => one.rev - other.rev);
const heardAll = async (heard: readonly ChatMessage[], count: number): Promise<void> => {
  await expect.poll(() => heard.length).toBe(count);
};

test('what is said is read by everybody, in order, and by nobody in between', async () => {
  const { people } = await party.meeting('Ana', 'Ben', 'Cid');
  const [ana, ben] = people as [Person, Person, Person];
  const heard = people.map(hearing);
  for (let count = 0; count < 5; count += 1) must(await say(ana, `Line ${count}`));
  must(await say(ben, 'Good morning 🌞\nto all'));
  const expected = ['Line 0', 'Line 1', 'Line 2', 'Line 3', 'Line 4', 'Good morning 🌞\nto all'];
  for (const each of heard) {
    await heardAll(each, 6);
    expect(textsOf(each)).toEqual(expected);
    expect(each[5]).toMatchObject({ by: { name: 'Ben' } });
  }
  expect(JSON.stringify(party.server.logged)).not.toContain('Line');
});

test('after a cut nothing is missing and nothing comes twice, however much was said meanwhile', async () => {
  const { people } = await party.meeting('Ana', 'Ben', 'Cid', 'Dan');
  const [ana, ben, cid, dan] = people as [Person, Person, Person, Person];
  const heard = hearing(ben);
  must(await say(ana, 'before'));
  await heardAll(heard, 1);
  ben.network.down();
  await ben.becomes('reconnecting');
  const long = 'ü'.repeat(4_000);
  // More than comes with the events of a resume: this takes a snapshot, and asking for what it leaves out.
  for (const speaker of [ana, cid, dan])
    for (let count = 0; count < 9; count += 1) must(await say(speaker, `${long.slice(4)}${count}`));
  ben.network.up();
  await ben.becomes('joined');
  must(await say(cid, 'after'));
  await heardAll(heard, 29);
  const texts = textsOf(byTime(heard));
  expect([texts[0], texts[28]]).toEqual(['before', 'after']);
  expect(new Set(heard.map(({ message, principal }) => `${principal} ${message}`)).size).toBe(29);
});

test('a message without an answer is said once when it is sent again after the cut, by the same name', async () => {
  const { people } = await party.meeting('Ana', 'Ben');
  const [ana, ben] = people as [Person, Person];
  const heard = hearing(ben);
  const id = ana.client.chat.nextId();
  const first = ana.client.chat.say({ text: 'once', mentions: [] }, id);
  const again = ana.client.chat.say({ text: 'once', mentions: [] }, id);
  ana.network.cut();
  must(await first);
  must(await again);
  must(await ana.client.chat.say({ text: 'once', mentions: [] }, id));
  must(await say(ana, 'next'));
  await heardAll(heard, 2);
  expect(textsOf(heard)).toEqual(['once', 'next']);
});

test('while the connection is lost nothing can be said, and it is said why', async () => {
  const { people } = await party.meeting('Ana', 'Ben');
  const [ana] = people as [Person, Person];
  ana.network.cut();
  await ana.becomes('reconnecting');
  expect(await say(ana, 'hello?')).toMatchObject({ ok: false, error: { code: 'offline' } });
});

test('whoever comes in later hears nothing from before', async () => {
  const { people, access } = await party.meeting('Ana');
  const [ana] = people as [Person];
  must(await say(ana, 'before'));
  const ben = party.person('Ben');
  const heard = hearing(ben);
  must(await ben.join(access));
  must(await say(ana, 'after'));
  await heardAll(heard, 1);
  expect(textsOf(heard)).toEqual(['after']);
});

test('whoever has no secret can not say anything, and whoever has another one reads nothing', async () => {
  const { people, access } = await party.meeting('Ana');
  const [ana] = people as [Person];
  const heard = hearing(ana);
  await ana.client.command({ type: 'leave' });
  await ana.over();
  ana.client.dismiss();
  must(await ana.join({ ...access, secret: null }));
  expect(await say(ana, 'hello')).toMatchObject({ ok: false, error: { code: 'no-meeting-key' } });
  expect(heard).toEqual([]);
});

test('that somebody writes is told to the others alone', async () => {
  const { people } = await party.meeting('Ana', 'Ben');
  const [ana, ben] = people as [Person, Person];
  const told: string[] = [];
  ana.client.chat.onTyping(() => told.push('Ana herself'));
  ben.client.chat.onTyping(({ from, writes }) => told.push(`${ben.room.participants[from]?.name} ${writes}`));
  ana.client.chat.typing(true);
  ana.client.chat.typing(false);
  await expect.poll(() => told).toEqual(['Ana true', 'Ana false']);
});
