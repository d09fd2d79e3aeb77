import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { SessionIn } from '#protocol/session.ts';
import type { DeviceNews } from '#renderer/media/capture/deviceNews.ts';
import { THERE } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const PREVIEW: SessionIn<'preview'> = {
  phase: 'preview',
  target: THERE,
  role: null,
  refusal: null,
  mayUnlock: false,
};
const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));
const SPEAKERS = [
  { id: 'spk-1', label: 'Built-in speakers' },
  { id: 'spk-2', label: 'Headset' },
];

async function openPreview(but: Partial<ReturnType<typeof snapshotOf>['settings']> = {}) {
  const base = snapshotOf(PREVIEW);
  const page = await openApp({ ...base, settings: { ...base.settings, ...but } });
  await act(async () => page.engine.show({ speakers: SPEAKERS, microphones: [{ id: 'mic-1', label: 'Desk' }] }));
  return page;
}

test('the speaker is chosen beside the microphone', async () => {
  const page = await openPreview({ speakerId: 'spk-1' });
  press('Choose microphone');
  const speakers = within(await screen.findByRole('group', { name: 'Speaker' }));
  const items = speakers.getAllByRole('menuitemradio');
  expect(items.map(({ textContent }) => textContent)).toEqual(['System default', 'Built-in speakers', 'Headset']);
  expect(items.map((item) => item.getAttribute('aria-checked'))).toEqual(['false', 'true', 'false']);
  fireEvent.click(speakers.getByRole('menuitemradio', { name: 'Headset' }));
  await expect.poll(() => page.asked('capture:choose')).toEqual([{ kind: 'speaker', deviceId: 'spk-2' }]);
});

test('a chosen speaker that is gone is shown as what it gave way to', async () => {
  await openPreview({ speakerId: 'unplugged' });
  press('Choose microphone');
  const speakers = within(await screen.findByRole('group', { name: 'Speaker' }));
  expect(speakers.getByRole('menuitemradio', { name: 'System default' }).getAttribute('aria-checked')).toBe('true');
});

test('the speaker is tried out with a few notes, which can be stopped', async () => {
  const page = await openPreview();
  press('Test speaker');
  expect(screen.getByRole('progressbar', { name: 'Playing a few notes' })).toBeTruthy();
  await act(async () => page.engine.show({ testSound: 0.5 }));
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('50');
  press('Stop the test');
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(page.engine.view.testSound).toBeNull();
});

const NEWS: readonly (readonly [DeviceNews, string])[] = [
  [{ kind: 'camera', what: 'unplugged', lost: 'Brio', using: 'Webcam' }, 'Brio was unplugged, using Webcam'],
  [
    { kind: 'microphone', what: 'unplugged', lost: '', using: '' },
    'The microphone was unplugged, using another microphone',
  ],
  [
    { kind: 'speaker', what: 'unplugged', lost: 'Headset', using: '' },
    'Headset was unplugged, using the system’s speaker',
  ],
  [
    { kind: 'camera', what: 'none-left', lost: 'Brio' },
    'Brio was unplugged, and there is no other camera. You are not seen.',
  ],
  [
    { kind: 'microphone', what: 'not-there', using: 'Desk' },
    'The microphone that you chose is not plugged in, using Desk',
  ],
  [{ kind: 'speaker', what: 'back', using: 'Headset' }, 'Headset is back, using it again'],
];

test.each(NEWS)('%o is said as "%s"', async (news, words) => {
  const page = await openPreview();
  await act(async () => page.engine.tell(news));
  expect(screen.getByTestId('polite').textContent).toBe(words);
});

test.each([
  ['Suppress noise', { noiseSuppression: false }],
  ['Cancel echo', { echoCancellation: false }],
  ['Adjust my volume', { automaticGain: false }],
  ['Mirror my picture', { mirrorVideo: false }],
  ['Save data', { dataSaver: true }],
  ['Notice when I talk while muted', { hearWhileMuted: true }],
])('the switch "%s" changes its setting', async (label, change) => {
  const page = await openApp(snapshotOf({ phase: 'idle' }));
  press('Settings');
  fireEvent.click(screen.getByRole('tab', { name: 'Devices' }));
  fireEvent.click(await screen.findByRole('switch', { name: label }));
  await expect.poll(() => page.asked('settings:change')).toEqual([change]);
});

test('the camera’s resolution is chosen in the settings', async () => {
  const page = await openApp(snapshotOf({ phase: 'idle' }));
  press('Settings');
  fireEvent.click(screen.getByRole('tab', { name: 'Devices' }));
  fireEvent.click(await screen.findByRole('radio', { name: '1080p' }));
  await expect.poll(() => page.asked('settings:change')).toEqual([{ cameraResolution: '1080p' }]);
});
