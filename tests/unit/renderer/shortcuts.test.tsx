import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { acceleratorOf, capsOf } from '#renderer/features/shortcuts/accelerator.ts';
import { ShortcutSetting } from '#renderer/features/shortcuts/ShortcutSetting.tsx';
import { idOf, joined, person } from '#tests/stage/room.ts';
import { OFF, ON, snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, openPage } from './support.tsx';

const NONE = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
const key = (name: string, code: string, but: Partial<typeof NONE> = {}) => ({ key: name, code, ...NONE, ...but });

describe('keys that were pressed', () => {
  test('become a shortcut in the grammar of the system, whatever is printed with Alt or Shift', () => {
    expect(acceleratorOf(key('m', 'KeyM', { ctrlKey: true, altKey: true }))).toEqual({ keys: 'Control+Alt+M' });
    expect(acceleratorOf(key('µ', 'KeyM', { ctrlKey: true, altKey: true }))).toEqual({ keys: 'Control+Alt+M' });
    expect(acceleratorOf(key('!', 'Digit1', { ctrlKey: true, shiftKey: true }))).toEqual({ keys: 'Control+Shift+1' });
    expect(acceleratorOf(key(' ', 'Space', { altKey: true }))).toEqual({ keys: 'Alt+Space' });
    expect(acceleratorOf(key('F9', 'F9'))).toEqual({ keys: 'F9' });
  });

  test('are waited for while there are only modifiers, and refused where every program needs them', () => {
    expect(acceleratorOf(key('Control', 'ControlLeft', { ctrlKey: true }))).toBe('more');
    expect(acceleratorOf(key('m', 'KeyM'))).toBe('unfit');
    expect(acceleratorOf(key('M', 'KeyM', { shiftKey: true }))).toBe('unfit');
    expect(acceleratorOf(key('Enter', 'Enter', { ctrlKey: true }))).toBe('unfit');
  });

  test('are shown as they are printed', () => {
    expect(capsOf('Control+Alt+M')).toEqual(['Ctrl', 'Alt', 'M']);
  });
});

async function openSetting(keys: string | null = null) {
  const idle = snapshotOf({ phase: 'idle' });
  const page = await openPage({ ...idle, settings: { ...idle.settings, globalMute: keys } });
  await act(async () => {
    render(page.wrap(<ShortcutSetting label="Mute or unmute" hint={undefined} action="mute" />));
  });
  return page;
}

const RECORD = 'Set the keys for: Mute or unmute';

describe('a shortcut in the settings', () => {
  test('is set by pressing it; keys of now do nothing meanwhile', async () => {
    const page = await openSetting();
    fireEvent.click(screen.getByRole('button', { name: RECORD }));
    fireEvent.keyDown(document.body, key('Control', 'ControlLeft', { ctrlKey: true }));
    expect(page.asked('shortcuts:set')).toEqual([]);
    expect(page.asked('shortcuts:pause').at(-1)).toEqual({ on: true });
    fireEvent.keyDown(document.body, key('m', 'KeyM', { ctrlKey: true, altKey: true }));
    await expect.poll(() => page.asked('shortcuts:set')).toEqual([{ action: 'mute', keys: 'Control+Alt+M' }]);
    expect(page.asked('shortcuts:pause').at(-1)).toEqual({ on: false });
  });

  test('says what is wrong with keys that do not fit, and goes on listening', async () => {
    const page = await openSetting();
    fireEvent.click(screen.getByRole('button', { name: RECORD }));
    fireEvent.keyDown(document.body, key('m', 'KeyM'));
    expect(screen.getByRole('status').textContent).toMatch(/Hold Ctrl, Alt/);
    fireEvent.keyDown(document.body, key('F9', 'F9'));
    await expect.poll(() => page.asked('shortcuts:set')).toEqual([{ action: 'mute', keys: 'F9' }]);
  });

  test('stays as it is with Escape', async () => {
    const page = await openSetting('F9');
    fireEvent.click(screen.getByRole('button', { name: RECORD }));
    fireEvent.keyDown(document.body, key('Escape', 'Escape'));
    expect(screen.getByRole('button', { name: RECORD }).textContent).toBe('Change');
    expect(page.asked('shortcuts:set')).toEqual([]);
  });

  test('says what to do where another program holds the keys', async () => {
    const page = await openSetting();
    page.bridge.refuse('shortcuts:set', 'shortcut-taken');
    fireEvent.click(screen.getByRole('button', { name: RECORD }));
    fireEvent.keyDown(document.body, key('F9', 'F9'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/Another program.*Press others/);
  });

  test('is taken away by one press', async () => {
    const page = await openSetting('F9');
    fireEvent.click(screen.getByRole('button', { name: 'Clear the keys for: Mute or unmute' }));
    await expect.poll(() => page.asked('shortcuts:set')).toEqual([{ action: 'mute', keys: null }]);
  });
});

const MEETING = joined([person(0), person(1)]);
const MUTED = { capture: { microphone: OFF, camera: ON, screen: OFF } };
const space = { key: ' ', code: 'Space' };

describe('the key that is held to talk', () => {
  test('is heard while it is down, once, however long', async () => {
    const page = await openApp(snapshotOf(MEETING, MUTED));
    fireEvent.keyDown(document.body, space);
    fireEvent.keyDown(document.body, { ...space, repeat: true });
    expect(page.asked('capture:hold-to-talk')).toEqual([{ held: true }]);
    fireEvent.keyUp(document.body, space);
    expect(page.asked('capture:hold-to-talk')).toEqual([{ held: true }, { held: false }]);
  });

  test('is let go of when the window loses the keyboard', async () => {
    const page = await openApp(snapshotOf(MEETING, MUTED));
    fireEvent.keyDown(document.body, space);
    fireEvent.blur(window);
    expect(page.asked('capture:hold-to-talk')).toEqual([{ held: true }, { held: false }]);
  });

  test('types while somebody types, and presses the button that has the focus', async () => {
    const page = await openApp(snapshotOf(MEETING, MUTED));
    const field = document.body.appendChild(document.createElement('textarea'));
    fireEvent.keyDown(field, space);
    fireEvent.keyDown(screen.getByRole('button', { name: 'Leave' }), space);
    field.remove();
    expect(page.asked('capture:hold-to-talk')).toEqual([]);
  });

  test('does nothing for whoever is heard anyway, has none, or holds another', async () => {
    const page = await openApp(snapshotOf(MEETING));
    fireEvent.keyDown(document.body, space);
    await page.push(snapshotOf(MEETING, { ...MUTED, settings: { ...snapshotOf(MEETING).settings, talkKey: null } }));
    fireEvent.keyDown(document.body, space);
    await page.push(snapshotOf(MEETING, { ...MUTED, settings: { ...snapshotOf(MEETING).settings, talkKey: 'F9' } }));
    fireEvent.keyDown(document.body, space);
    expect(page.asked('capture:hold-to-talk')).toEqual([]);
    fireEvent.keyDown(document.body, { key: 'F9', code: 'F9' });
    expect(page.asked('capture:hold-to-talk')).toEqual([{ held: true }]);
  });

  test('is on the sheet of keys', async () => {
    await openApp(snapshotOf(MEETING));
    fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' }).textContent).toContain('Talk while muted');
    expect(screen.getByText('Space')).toBeTruthy();
  });
});

test('keys that another program took are told in the meeting, with what to do', async () => {
  const { settings } = snapshotOf(MEETING);
  await openApp(
    snapshotOf(MEETING, { shortcutsTaken: ['mute'], settings: { ...settings, globalMute: 'Control+Alt+M' } }),
  );
  expect(screen.getByText(/^Ctrl\+Alt\+M does nothing right now/)).toBeTruthy();
});

test('the only host says who is host next, when leaving by the tray', async () => {
  const host = joined([person(0, { role: 'host' }), person(1), person(2)]);
  const page = await openApp(snapshotOf(host, { prompt: { id: 'q1', kind: 'leave' } }));
  const dialog = screen.getByRole('dialog', { name: 'Leave the meeting?' });
  const options = [...dialog.querySelectorAll('input[type=radio]')];
  expect(options).toHaveLength(3);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Leave' }));
  await expect
    .poll(() => page.asked('prompt:answer'))
    .toEqual([{ id: 'q1', answer: 'leave', remember: false, handOverTo: idOf(1) }]);
});
