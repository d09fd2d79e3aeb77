import { expect, test } from 'vitest';

import { settled } from './support/fakeClock.ts';
import { testApp } from './support/ground.ts';
import { reported, toMeeting, toPreview } from './support/situations.ts';

test('a change is kept and shown', async () => {
  const app = testApp();
  await app.request('settings:change', { theme: 'dark', displayName: '  Ana\u202E ' });
  expect(app.settings.values).toMatchObject({ theme: 'dark', displayName: 'Ana' });
  expect(app.parley.store.current.settings).toMatchObject({ theme: 'dark', displayName: 'Ana', joinWithCamera: true });
});

test('how I look at meetings is kept whole, and what is no way to look at them is refused', async () => {
  const app = testApp();
  const stageLook = { mode: 'speaker', selfView: 'floating', corner: 'top-start', hidesQuiet: true } as const;
  await app.request('settings:change', { stageLook });
  expect(app.settings.values.stageLook).toEqual(stageLook);
  expect(app.parley.store.current.settings.stageLook).toEqual(stageLook);
  const wrong = { ...stageLook, corner: 'middle' } as never;
  expect(await app.request('settings:change', { stageLook: wrong })).toMatchObject({ error: { code: 'bad-request' } });
  expect(app.settings.values.stageLook).toEqual(stageLook);
});

test('the default server is kept in its one spelling, and can be taken away', async () => {
  const app = testApp();
  await app.request('settings:change', { defaultServer: ' Meet.Example.ORG:443 ' });
  expect(app.settings.values.defaultServer).toBe('meet.example.org');
  await app.request('settings:change', { defaultServer: null });
  expect(app.settings.values.defaultServer).toBeNull();
});

test('a default server that is none is refused, and nothing of the change is kept', async () => {
  const app = testApp();
  const answer = await app.request('settings:change', { defaultServer: 'http://x/y', theme: 'dark' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'bad-link' } });
  expect(app.settings.values).toMatchObject({ defaultServer: null, theme: 'system' });
});

test('a name that was edited by hand into something else is not shown', () => {
  const app = testApp({ stored: { displayName: '\u202E\u202E' } });
  expect(app.parley.store.current.settings.displayName).toBe('');
});

test('the name I join under is the one proposed next time, and the one I rejoin under', async () => {
  const app = testApp();
  await toPreview(app);
  await app.request('session:join', { name: 'Ana' });
  expect(app.settings.values.displayName).toBe('Ana');
});

test('a new name in the meeting is kept once the room has taken it', async () => {
  const app = testApp();
  await toMeeting(app);
  app.client.answer = () => Promise.resolve({ ok: false, error: { code: 'rate-limited' } });
  await app.request('room:rename', { name: 'Zoe' });
  expect(app.settings.values.displayName).toBe('Ana');
  app.client.answer = () => Promise.resolve({ ok: true, value: 12 });
  await app.request('room:rename', { name: 'Zoe' });
  expect(app.settings.values.displayName).toBe('Zoe');
});

test('joining again with nothing to rejoin is refused', async () => {
  const app = testApp();
  expect(await app.request('session:rejoin', {})).toMatchObject({ error: { code: 'wrong-phase' } });
  expect(await app.request('session:join', { name: 'Ana' })).toMatchObject({ error: { code: 'wrong-phase' } });
});

test('a rejoin is refused where the room would refuse it, and the way back is asked for as the page asks', async () => {
  const app = testApp();
  await toMeeting(app);
  await app.request('room:leave', {});
  await app.request('capture:report', reported());
  await settled();
  app.client.feed({ type: 'standing', role: null, refusal: { code: 'room-locked' }, mayUnlock: false });
  expect(await app.request('session:rejoin', {})).toMatchObject({ error: { code: 'forbidden' } });
  await app.request('session:ask-way-back', {});
  expect(app.client.asked.at(-1)).toBe('ask-way-back');
  app.client.feed({ type: 'standing', role: null, refusal: null, mayUnlock: false });
  expect(await app.request('session:rejoin', {})).toMatchObject({ ok: true });
});

test('orders to the room are sent as they are, and refused before joined', async () => {
  const app = testApp();
  expect(await app.request('room:end', { reason: '', lock: true })).toMatchObject({ error: { code: 'not-joined' } });
  await toMeeting(app);
  const before = app.client.commands.length;
  await app.request('room:end', { reason: ' Done ', lock: true });
  await app.request('room:remove', { participant: 'participant-ben', reason: '', bar: true });
  await app.request('room:lock', {});
  await app.request('room:unlock', {});
  await app.request('room:leave', { handOverTo: 'participant-ben' });
  expect(app.client.commands.slice(before)).toEqual([
    { type: 'end-room', reason: 'Done', lock: true },
    { type: 'remove', participant: 'participant-ben', reason: '', bar: true },
    { type: 'lock' },
    { type: 'unlock' },
    { type: 'leave', handOverTo: 'participant-ben' },
  ]);
});

test('in preview, unlocking goes to the server from outside', async () => {
  const app = testApp();
  await toPreview(app);
  await app.request('room:unlock', {});
  expect(app.client.asked.at(-1)).toBe('unlock-from-outside');
});
