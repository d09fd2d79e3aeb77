import { describe, expect, test } from 'vitest';

import type { RouteRequest } from '#protocol/ipc/contract.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { BEN } from './support/meeting.ts';
import { reported, toMeeting } from './support/situations.ts';

type Answer = Omit<RouteRequest<'prompt:answer'>, 'id' | 'remember'> & { readonly remember?: boolean };

async function answer(app: TestApp, but: Answer): Promise<void> {
  const { prompt } = app.parley.store.current;
  await app.request('prompt:answer', { id: prompt?.id ?? '', remember: false, ...but });
  await settled();
}

const prompt = (app: TestApp) => app.parley.store.current.prompt?.kind ?? null;
const leaves = (app: TestApp) => app.client.commands.filter(({ type }) => type === 'leave');

async function host(stored = {}): Promise<TestApp> {
  const app = testApp({ stored });
  await toMeeting(app, { role: 'host' });
  app.window.visible = false;
  return app;
}

describe('the only host who leaves from outside of the window', () => {
  test('is asked in it who is host then, and hands over', async () => {
    const app = await host();
    app.parley.desktop.clicked('leave');
    expect(prompt(app)).toBe('leave');
    expect(app.window.visible).toBe(true);
    expect(leaves(app)).toEqual([]);
    await answer(app, { answer: 'leave', handOverTo: BEN });
    expect(leaves(app)).toEqual([{ type: 'leave', handOverTo: BEN }]);
    expect(app.parley.store.current.session.phase).toBe('over');
  });

  test('stays where they think better of it', async () => {
    const app = await host();
    app.parley.desktop.clicked('leave');
    await answer(app, { answer: 'cancel' });
    expect(leaves(app)).toEqual([]);
    expect(app.parley.store.current.session.phase).toBe('joined');
  });

  test('is out all the same where whoever was to be host has gone meanwhile', async () => {
    const app = await host();
    app.client.answer = (request) =>
      Promise.resolve(
        'handOverTo' in request ? { ok: false, error: { code: 'no-such-participant' } } : { ok: true, value: 9 },
      );
    app.parley.desktop.clicked('leave');
    await answer(app, { answer: 'leave', handOverTo: BEN });
    expect(leaves(app)).toEqual([{ type: 'leave', handOverTo: BEN }, { type: 'leave' }]);
    expect(app.parley.store.current.session.phase).toBe('over');
  });

  test('is not asked again after saying so', async () => {
    const app = await host();
    app.parley.desktop.clicked('leave');
    await answer(app, { answer: 'leave', remember: true });
    expect(app.settings.values.askWhoIsHost).toBe(false);
    const next = await host({ askWhoIsHost: false });
    next.parley.desktop.clicked('leave');
    await settled();
    expect(prompt(next)).toBeNull();
    expect(leaves(next)).toEqual([{ type: 'leave' }]);
  });

  test('is asked by a shortcut and by a window that leaves when it is closed, too', async () => {
    const app = await host({ globalLeave: 'Control+Alt+L', closeBehaviour: 'leave' });
    app.keyboard.press('Control+Alt+L');
    expect(prompt(app)).toBe('leave');
    await answer(app, { answer: 'cancel' });
    app.parley.closing.requested();
    await settled();
    expect(prompt(app)).toBe('leave');
    await answer(app, { answer: 'leave', handOverTo: BEN });
    expect(leaves(app)).toEqual([{ type: 'leave', handOverTo: BEN }]);
    await app.request('capture:report', reported());
    await app.clock.advance(20_000);
    expect(app.done).toContain('exit');
  });

  test('says it in the same breath where they are asked anyway: closing and quitting', async () => {
    const closing = await host();
    closing.parley.closing.requested();
    expect(prompt(closing)).toBe('close-window');
    await answer(closing, { answer: 'leave', handOverTo: BEN });
    expect(leaves(closing)).toEqual([{ type: 'leave', handOverTo: BEN }]);

    const quitting = await host();
    quitting.parley.desktop.clicked('quit');
    expect(prompt(quitting)).toBe('quit');
    await answer(quitting, { answer: 'leave', handOverTo: BEN });
    expect(leaves(quitting)).toEqual([{ type: 'leave', handOverTo: BEN }]);
  });
});

test('whoever is no host, or alone, leaves by one click', async () => {
  const guest = testApp();
  await toMeeting(guest);
  guest.parley.desktop.clicked('leave');
  await settled();
  expect(leaves(guest)).toEqual([{ type: 'leave' }]);
  const alone = testApp();
  await toMeeting(alone, { role: 'host', alone: true });
  alone.parley.desktop.clicked('leave');
  await settled();
  expect(leaves(alone)).toEqual([{ type: 'leave' }]);
});
