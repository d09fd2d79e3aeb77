import { describe, expect, test } from 'vitest';

import type { Result } from '#protocol/errors.ts';
import type { Rev } from '#protocol/ids.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { welcomed } from './support/meeting.ts';
import { reported, toMeeting, toPreview } from './support/situations.ts';

const told = ({ client }: TestApp) =>
  client.commands.flatMap((command) => (command.type === 'set-media-state' ? [command.media] : []));

describe('the room is told what is really open', () => {
  test('after each change, and not before there is one', async () => {
    const app = testApp();
    await toMeeting(app);
    expect(told(app)).toEqual([]);
    await app.request('capture:want', { kind: 'camera', on: false });
    await settled();
    expect(told(app)).toEqual([]);
    await app.request('capture:report', reported({ microphone: true }, 1));
    await settled();
    expect(told(app)).toEqual([{ microphone: true, camera: false, screen: false }]);
    await app.request('capture:report', reported({ microphone: true }, 2));
    await settled();
    expect(told(app)).toHaveLength(1);
  });

  test('also of what came up while joining', async () => {
    const app = testApp();
    await toPreview(app);
    await app.request('session:join', { name: 'Ana' });
    await app.request('capture:report', reported({ microphone: true, camera: true }));
    expect(told(app)).toEqual([]);
    app.client.feed(welcomed());
    await settled();
    expect(told(app)).toEqual([{ microphone: true, camera: true, screen: false }]);
  });

  test('one command at a time, and then only the newest state', async () => {
    const app = testApp();
    await toMeeting(app);
    const answers: ((result: Result<Rev>) => void)[] = [];
    app.client.answer = () =>
      new Promise((resolve) => {
        answers.push(resolve);
      });
    await app.request('capture:report', reported({ microphone: true }));
    await app.request('capture:report', reported());
    await app.request('capture:report', reported({ camera: true }));
    await settled();
    expect(told(app)).toEqual([{ microphone: true, camera: false, screen: false }]);
    answers.shift()?.({ ok: true, value: 10 });
    await settled();
    expect(told(app).slice(1)).toEqual([{ microphone: false, camera: true, screen: false }]);
  });

  test('a refusal is not tried again by itself, but at the next change', async () => {
    const app = testApp();
    await toMeeting(app);
    app.client.answer = () => Promise.resolve({ ok: false, error: { code: 'rate-limited' } });
    await app.request('capture:report', reported());
    await settled();
    expect(told(app)).toHaveLength(1);
    app.client.answer = () => Promise.resolve({ ok: true, value: 11 });
    await app.request('capture:report', reported({}, 1));
    await settled();
    expect(told(app)).toHaveLength(2);
  });

  test('again when back from a lost connection, if the room knows it differently', async () => {
    const app = testApp();
    await toMeeting(app);
    app.client.feed({ type: 'connection-lost', at: 3 });
    await app.request('capture:report', reported());
    await settled();
    expect(told(app)).toEqual([]);
    app.client.feed(welcomed({ media: { microphone: true, camera: true, screen: false } }));
    await settled();
    expect(told(app)).toEqual([{ microphone: false, camera: false, screen: false }]);
  });
});
