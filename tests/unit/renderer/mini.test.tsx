import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { MiniMeeting } from '#renderer/features/mini/MiniMeeting.tsx';
import { remoteMedia } from '#tests/stage/fakeEngine.ts';
import { idOf, joined, nameOf, person } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openPage } from './support.tsx';

const SPEAKING = remoteMedia({ speaking: true });

async function openMini(session = joined([person(0), person(1), person(2)])) {
  const page = await openPage(snapshotOf(session));
  await act(async () => {
    render(page.wrap(<MiniMeeting session={session} />));
  });
  return page;
}

const face = (): string | null => screen.getByRole('group').getAttribute('aria-label');

test('whoever speaks is shown, and stays when another only joins in', async () => {
  const page = await openMini();
  await act(async () => page.engine.show({ remotes: { [idOf(1)]: remoteMedia(), [idOf(2)]: SPEAKING } }));
  expect(face()).toBe(nameOf(2));
  expect(screen.getByRole('status').textContent).toBe(`${nameOf(2)} is speaking`);
  await act(async () => page.engine.show({ remotes: { [idOf(1)]: SPEAKING, [idOf(2)]: SPEAKING } }));
  expect(face(), 'both speak').toBe(nameOf(2));
  await act(async () => page.engine.show({ remotes: { [idOf(1)]: remoteMedia(), [idOf(2)]: remoteMedia() } }));
  expect(face(), 'nobody speaks any more').toBe(nameOf(2));
  await act(async () => page.engine.show({ remotes: { [idOf(1)]: SPEAKING, [idOf(2)]: remoteMedia() } }));
  expect(face()).toBe(nameOf(1));
});

test('before anybody spoke somebody with a picture is shown, and alone oneself', async () => {
  const off = { microphone: true, camera: false, screen: false };
  await openMini(joined([person(0), person(1, { media: off }), person(2, { media: { ...off, camera: true } })]));
  expect(face()).toBe(nameOf(2));
});

test('alone one sees oneself, and that nobody else is here', async () => {
  await openMini(joined([person(0)]));
  expect(face()).toBe(nameOf(0));
  expect(screen.getByText('Nobody else is here')).toBeTruthy();
});

test('its buttons mute, stop the video, leave and lead back', async () => {
  const page = await openMini();
  for (const name of ['Mute', 'Stop video', 'Leave', 'Back to the meeting']) {
    fireEvent.click(screen.getByRole('button', { name }));
  }
  const wanted = page.asked('capture:want');
  expect(wanted).toEqual([
    { kind: 'microphone', on: false },
    { kind: 'camera', on: false },
  ]);
  expect([page.asked('window:leave'), page.asked('window:show')]).toEqual([[{}], [{}]]);
});

test('the keys of the main window mute and stop the video here too', async () => {
  const page = await openMini();
  fireEvent.keyDown(screen.getByRole('main'), { key: 'd', ctrlKey: true });
  fireEvent.keyDown(screen.getByRole('main'), { key: 'e', ctrlKey: true });
  fireEvent.keyDown(screen.getByRole('main'), { key: 'x' });
  expect(page.asked('capture:want')).toHaveLength(2);
});

test('whoever may not speak here has nothing to press for it', async () => {
  await openMini(joined([person(0, { role: 'viewer' }), person(1)]));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Mute' }).disabled).toBe(true);
});
