import { describe, expect, test } from 'vitest';

import type { CloseBehaviour, PromptAnswer } from '#protocol/ipc/snapshot.ts';
import type { Session } from '#protocol/session.ts';
import { decideClose } from '#main/closing/closeGuard.ts';
import { LONGEST_QUIT_MS } from '#main/closing/quitting.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { ended, TARGET } from './support/meeting.ts';
import { reported, toMeeting, toOwnMeeting, toPreview } from './support/situations.ts';

const JOINING: Session = { phase: 'joining', target: TARGET, role: null, attempt: 1 };
const PREVIEW: Session = { phase: 'preview', target: TARGET, role: null, refusal: null, mayUnlock: false };

async function answer(app: TestApp, word: PromptAnswer, remember = false): Promise<void> {
  const { prompt } = app.parley.store.current;
  await app.request('prompt:answer', { id: prompt?.id ?? '', answer: word, remember });
  await settled();
}

/** The page does what it is told: everything off. */
async function release(app: TestApp): Promise<void> {
  await settled();
  await app.request('capture:report', reported());
  await settled();
}

const decide = (session: Session, behaviour: CloseBehaviour, change = {}) =>
  decideClose({ session, behaviour, quitting: false, outlivesWindow: false, served: 0, ...change });

describe('what becomes of a window that is asked to close', () => {
  test('outside a meeting it closes; on macOS it hides', () => {
    for (const session of [{ phase: 'idle' }, PREVIEW] satisfies Session[]) {
      expect(decide(session, 'ask')).toBe('close');
      expect(decide(session, 'ask', { outlivesWindow: true })).toBe('hide');
    }
  });

  test('outside a meeting, while others are in one on this computer, it is a question of quitting', () => {
    expect(decide({ phase: 'idle' }, 'ask', { served: 2 })).toBe('quit');
    expect(decide({ phase: 'idle' }, 'ask', { served: 2, outlivesWindow: true })).toBe('hide');
    expect(decide({ phase: 'idle' }, 'ask', { served: 2, quitting: true })).toBe('close');
    expect(decide(JOINING, 'leave', { served: 2 })).toBe('leave');
  });

  test('in a meeting, and while joining one, the person’s choice counts', () => {
    expect(decide(JOINING, 'ask')).toBe('ask');
    expect(decide(JOINING, 'keep-running')).toBe('hide');
    expect(decide(JOINING, 'leave')).toBe('leave');
  });

  test('while quitting it closes whatever the choice', () => {
    for (const behaviour of ['ask', 'keep-running', 'leave'] as const) {
      expect(decide(JOINING, behaviour, { quitting: true })).toBe('close');
    }
  });
});

describe('closing the window in a meeting', () => {
  test('asks; keep running hides it and the meeting goes on', async () => {
    const app = testApp();
    await toMeeting(app);
    expect(app.parley.closing.requested()).toBe(false);
    expect(app.parley.store.current.prompt).toMatchObject({ kind: 'close-window' });
    await answer(app, 'keep-running');
    expect(app.done.at(-1)).toBe('hide');
    expect(app.parley.store.current.session.phase).toBe('joined');
    expect(app.settings.values.closeBehaviour).toBe('ask');
  });

  test('asks; cancel leaves everything as it is', async () => {
    const app = testApp();
    await toMeeting(app);
    app.parley.closing.requested();
    await answer(app, 'cancel');
    expect(app.window.visible).toBe(true);
    expect(app.parley.store.current.session.phase).toBe('joined');
  });

  test('asks; leave says so to the server, waits for the release, then ends the app', async () => {
    const app = testApp();
    await toMeeting(app);
    app.parley.closing.requested();
    await answer(app, 'leave', true);
    expect(app.client.asked).toContain('leave');
    expect(app.done).not.toContain('exit');
    await release(app);
    expect(app.done).toContain('exit');
    expect(app.hosting.asked).toContain('close');
    expect(app.settings.values.closeBehaviour).toBe('leave');
  });

  test('a remembered choice is not asked again', async () => {
    const app = testApp({ stored: { closeBehaviour: 'keep-running' } });
    await toMeeting(app);
    expect(app.parley.closing.requested()).toBe(false);
    expect(app.parley.store.current.prompt).toBeNull();
    expect(app.window.visible).toBe(false);
  });

  test('on macOS, from preview, it hides and closes the devices', async () => {
    const app = testApp({ platform: 'darwin' });
    await toPreview(app);
    expect(app.parley.closing.requested()).toBe(false);
    expect(app.window.visible).toBe(false);
    expect(app.parley.store.current.session.phase).toBe('idle');
    expect(app.parley.store.current.capture.camera.wanted).toBe(false);
  });

  test('on macOS leaving hides the window, and the app stays', async () => {
    const app = testApp({ platform: 'darwin', stored: { closeBehaviour: 'leave' } });
    await toMeeting(app);
    app.parley.closing.requested();
    await release(app);
    expect(app.done).toContain('hide');
    expect(app.done).not.toContain('exit');
  });

  test('the question goes away when the meeting ends meanwhile: one exit, one dialog (semantics rule 1)', async () => {
    const app = testApp();
    await toMeeting(app);
    app.parley.closing.requested();
    app.client.feed(ended);
    await release(app);
    expect(app.parley.store.current.prompt).toBeNull();
    expect(app.done).not.toContain('exit');
    expect(app.done).not.toContain('hide');
  });
});

describe('quitting', () => {
  test('outside a meeting needs no question', async () => {
    const app = testApp();
    expect(app.parley.quitting.requested()).toBe(false);
    await settled();
    expect(app.done.slice(-2)).toEqual(['tray-gone', 'exit']);
    expect(app.parley.quitting.requested()).toBe(true);
    expect(app.client.asked).toContain('dispose');
  });

  test('in a meeting asks, in the window; cancel stays', async () => {
    const app = testApp();
    await toMeeting(app);
    app.window.visible = false;
    app.parley.desktop.clicked('quit');
    expect(app.window.visible).toBe(true);
    expect(app.parley.store.current.prompt).toMatchObject({ kind: 'quit' });
    await answer(app, 'cancel');
    expect(app.parley.store.current.session.phase).toBe('joined');
    expect(app.parley.quitting.underway).toBe(false);
  });

  test('in a meeting, leave: the leave, the release, the client, the server inside, the power blocker, then the end', async () => {
    const app = testApp();
    await toMeeting(app);
    expect(app.done).toContain('display-awake');
    app.parley.quitting.requested();
    await answer(app, 'leave');
    expect(app.client.asked).toContain('leave');
    expect(app.client.asked).not.toContain('dispose');
    await release(app);
    expect(app.client.asked.slice(-2)).toEqual(['released', 'dispose']);
    expect(app.hosting.asked).toEqual(['close']);
    expect(app.done.slice(-3)).toEqual(['display-may-sleep', 'tray-gone', 'exit']);
    expect(app.parley.capture.allReleased).toBe(true);
    expect(app.parley.quitting.requested()).toBe(true);
  });

  test('the end of the system asks nobody', async () => {
    const app = testApp();
    await toMeeting(app);
    app.parley.quitting.withoutAsking();
    app.parley.quitting.withoutAsking();
    expect(app.parley.store.current.prompt).toBeNull();
    await release(app);
    expect(app.client.asked.filter((what) => what === 'leave')).toHaveLength(1);
    expect(app.done.filter((what) => what === 'exit')).toHaveLength(1);
  });

  test('from preview closes the devices and goes', async () => {
    const app = testApp();
    await toPreview(app);
    await app.request('capture:report', reported({ camera: true, microphone: true }));
    app.parley.quitting.requested();
    await release(app);
    expect(app.client.asked).toContain('cancel');
    expect(app.done).toContain('exit');
  });

  test('a server that never answers holds nobody up', async () => {
    const app = testApp();
    await toMeeting(app);
    app.client.answer = () => new Promise(() => undefined);
    app.hosting.close = () => new Promise(() => undefined);
    app.parley.quitting.withoutAsking();
    await app.clock.advance(LONGEST_QUIT_MS);
    expect(app.done.filter((what) => what === 'exit')).toHaveLength(1);
  });

  test('a step that fails does not stop the others', async () => {
    const app = testApp();
    app.client.dispose = () => Promise.reject(new Error('broken'));
    app.parley.quitting.requested();
    await settled();
    expect(app.hosting.asked).toEqual(['close']);
    expect(app.done).toContain('exit');
    expect(app.logged).toContain('quit-step-failed');
  });
});

const prompt = (app: TestApp) => app.parley.store.current.prompt;

describe('while others are in a meeting on the server inside this app', () => {
  test('quitting asks, also outside a meeting; cancel keeps the server', async () => {
    const app = testApp();
    app.hosting.people = 2;
    app.window.visible = false;
    expect(app.parley.quitting.requested()).toBe(false);
    expect(app.window.visible).toBe(true);
    expect(prompt(app)).toMatchObject({ kind: 'quit', served: 2 });
    await answer(app, 'cancel');
    expect([app.hosting.asked, app.done.includes('exit')]).toEqual([[], false]);
    app.parley.quitting.requested();
    await answer(app, 'leave');
    expect([app.hosting.asked, app.done.includes('exit')]).toEqual([['close'], true]);
  });

  test('I am not counted among them, and asked again the newest figure is said', async () => {
    const app = testApp();
    await toOwnMeeting(app);
    app.hosting.people = 3;
    app.parley.quitting.requested();
    expect(prompt(app)).toMatchObject({ kind: 'quit', served: 2 });
    app.hosting.people = 2;
    app.parley.quitting.requested();
    await settled();
    expect(prompt(app)).toMatchObject({ kind: 'quit', served: 1 });
    await answer(app, 'cancel');
    expect(prompt(app)).toBeNull();
  });

  test('closing the window outside a meeting asks as quitting does', async () => {
    const app = testApp();
    app.hosting.people = 1;
    expect(app.parley.closing.requested()).toBe(false);
    expect(prompt(app)).toMatchObject({ kind: 'quit', served: 1 });
  });

  test('closing it in a meeting says so, and leaving is not asked about twice', async () => {
    const app = testApp();
    await toOwnMeeting(app);
    app.hosting.people = 2;
    app.parley.closing.requested();
    expect(prompt(app)).toMatchObject({ kind: 'close-window', served: 1 });
    await answer(app, 'leave');
    await release(app);
    expect([prompt(app), app.done.includes('exit')]).toEqual([null, true]);
  });

  test('a remembered choice to leave does not take the meeting from the others unasked', async () => {
    const app = testApp({ stored: { closeBehaviour: 'leave' } });
    await toOwnMeeting(app);
    app.hosting.people = 2;
    app.parley.closing.requested();
    app.hosting.people = 1;
    await settled();
    expect(prompt(app)).toMatchObject({ kind: 'leave' });
    await answer(app, 'leave');
    await release(app);
    expect(prompt(app)).toMatchObject({ kind: 'quit', served: 1 });
    expect(app.done).not.toContain('exit');
  });

  test('the end of the system asks nobody', async () => {
    const app = testApp();
    app.hosting.people = 2;
    app.parley.quitting.withoutAsking();
    await settled();
    expect([prompt(app), app.done.includes('exit')]).toEqual([null, true]);
  });
});
