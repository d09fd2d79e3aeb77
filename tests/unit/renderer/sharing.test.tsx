import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';

import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import type { MediaState } from '#protocol/room.ts';
import { ScreenView } from '#renderer/features/meeting/stage/ScreenView.tsx';
import { joined, nameOf, NOW, person } from '#tests/stage/room.ts';
import { SHARE_SOURCES } from '#tests/stage/shareSources.ts';
import { ON, snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, openPage, type Page } from './support.tsx';

const SHARING: MediaState = { microphone: true, camera: true, screen: true };
const HOST = person(0, { role: 'host' });
const NOBODY = snapshotOf(joined([HOST, person(1)]));
const BENS = snapshotOf(joined([HOST, person(1, { media: SHARING })]));
const SCREEN = { kind: 'screen', name: 'Screen 1', sound: false } as const;
const MINE = snapshotOf(joined([{ ...HOST, media: SHARING }, person(1)]), {
  share: SCREEN,
  capture: { microphone: ON, camera: ON, screen: ON },
});

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const said = (): string => screen.getByTestId('polite').textContent;
const urgent = (): string => screen.getByTestId('assertive').textContent;

async function openPicker(snapshot: AppSnapshot): Promise<Page> {
  const page = await openApp(snapshot);
  await act(async () => void fireEvent.click(button('Share screen')));
  return page;
}
const picker = () => within(screen.getByRole('dialog', { name: 'What would you like to share?' }));
const radios = () => picker().queryAllByRole('radio');
const names = () => radios().map((radio) => radio.getAttribute('aria-label') ?? '');

test('a screen is chosen and shared in one step', async () => {
  const page = await openPicker(NOBODY);
  expect(names()).toEqual(['Screen 1', 'Screen 2']);
  const share = picker().getByRole('button', { name: 'Share' });
  expect(share.hasAttribute('disabled')).toBe(true);
  fireEvent.click(picker().getByRole('radio', { name: 'Screen 2' }));
  await act(async () => void fireEvent.click(share));
  expect(page.asked('share:start')).toEqual([{ source: 'screen:1:0', sound: false }]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('windows are behind the other tab, each with its picture and its app, or the word that there is none', async () => {
  await openPicker(NOBODY);
  await act(async () => void fireEvent.click(picker().getByRole('tab', { name: 'Windows' })));
  expect(names()).toEqual(SHARE_SOURCES.sources.slice(2).map(({ name }) => name));
  expect(picker().getAllByText('No preview')).toHaveLength(1);
});

test('the desktop is looked at again while the picker is open, and no more when it is closed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const page = await openPicker(NOBODY);
    fireEvent.click(picker().getByRole('radio', { name: 'Screen 2' }));
    page.bridge.say('share:sources', { ...SHARE_SOURCES, sources: SHARE_SOURCES.sources.slice(0, 1) });
    await act(() => vi.advanceTimersByTimeAsync(1_600));
    expect(names()).toEqual(['Screen 1']);
    expect(picker().getByRole('button', { name: 'Share' }).hasAttribute('disabled'), 'it is gone').toBe(true);
    fireEvent.click(picker().getByRole('button', { name: 'Cancel' }));
    const looks = page.asked('share:sources').length;
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(page.asked('share:sources')).toHaveLength(looks);
  } finally {
    vi.useRealTimers();
  }
});

test('nothing to share, no list, and a system that does not allow it are said', async () => {
  const page = await openPicker(NOBODY);
  for (const [value, words] of [
    [{ ...SHARE_SOURCES, sources: [] }, 'No screen was found.'],
    [{ ...SHARE_SOURCES, sources: [], isDenied: true }, 'Your system does not let Parley see your screen.'],
  ] as const) {
    page.bridge.say('share:sources', value);
    await expect.poll(() => picker().queryByText(words)).not.toBeNull();
  }
  page.bridge.refuse('share:sources', 'capture-busy');
  await expect.poll(() => picker().queryByText(/gives no list/)).not.toBeNull();
});

test('the sound of the computer is offered where it can be had, and shared where it is wanted', async () => {
  const page = await openApp(NOBODY);
  page.bridge.say('share:sources', { ...SHARE_SOURCES, hasSound: true });
  await act(async () => void fireEvent.click(button('Share screen')));
  fireEvent.click(picker().getByRole('switch', { name: 'Share the sound of this computer' }));
  fireEvent.click(picker().getByRole('radio', { name: 'Screen 1' }));
  await act(async () => void fireEvent.click(picker().getByRole('button', { name: 'Share' })));
  expect(page.asked('share:start')).toEqual([{ source: 'screen:0:0', sound: true }]);
});

test('why it could not be shared stands in the picker, which stays', async () => {
  const page = await openPicker(NOBODY);
  page.bridge.refuse('share:start', 'already-asked');
  fireEvent.click(picker().getByRole('radio', { name: 'Screen 1' }));
  await act(async () => void fireEvent.click(picker().getByRole('button', { name: 'Share' })));
  expect(picker().getByRole('alert').textContent).toContain('Ask again in a minute.');
});

test('while another shares, the picker says that they are asked first', async () => {
  await openPicker(BENS);
  expect(
    picker().getByText(`${nameOf(1)} is sharing. They are asked first, and yours begins when they stop.`),
  ).toBeTruthy();
  expect(picker().getByRole('button', { name: 'Ask to share' })).toBeTruthy();
});

test('what I share is named for as long as I do, with two ways to stop', async () => {
  const page = await openApp(MINE);
  expect(screen.getByText('You are sharing Screen 1')).toBeTruthy();
  await act(async () => void fireEvent.click(button('Stop')));
  await act(async () => void fireEvent.click(button('Stop sharing')));
  expect(page.asked('share:stop')).toEqual([{}, {}]);
  await page.push(NOBODY);
  expect(screen.queryByText('You are sharing Screen 1')).toBeNull();
  expect(button('Share screen')).toBeTruthy();
});

test('whoever waits for their turn reads whom they asked, and may think better of it', async () => {
  const asking = { ...SCREEN, asking: { name: 'Ben', until: NOW + 30_000 } };
  const page = await openApp({ ...BENS, share: asking });
  expect(screen.getByText('Ben was asked to let you share')).toBeTruthy();
  await act(async () => void fireEvent.click(button('Cancel')));
  expect(page.asked('share:stop')).toEqual([{}]);
});

test('whoever is asked goes on by default, and lets the other by one press', async () => {
  const prompt = { id: 'q', kind: 'share-asked', by: 'Ben', until: NOW + 30_000 } as const;
  const page = await openApp({ ...MINE, prompt });
  const dialog = within(screen.getByRole('dialog', { name: 'Ben would like to share' }));
  expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Keep sharing' }));
  await act(async () => void fireEvent.click(dialog.getByRole('button', { name: 'Let them share' })));
  expect(page.asked('prompt:answer')).toEqual([{ id: 'q', answer: 'accept', remember: false }]);
});

test.each([
  ['gone', 'You are not sharing any more: Budget was closed.'],
  ['refused', 'Your system did not let Parley share Budget.'],
  ['failed', 'Budget could not be shared. Try again, or choose something else.'],
  ['taken', 'Somebody else began to share just before you.'],
  ['declined', 'Budget goes on sharing for now.'],
  ['unanswered', 'Budget did not answer, and goes on sharing.'],
] as const)('a share that ended by itself (%s) is told', async (why, words) => {
  const page = await openApp(NOBODY);
  await page.push({ ...NOBODY, shareEnd: { why, name: 'Budget', at: NOW } });
  expect(urgent()).toContain(words);
});

test('who begins and stops to share is said, but not of myself', async () => {
  const page = await openApp(NOBODY);
  await page.push(MINE);
  expect(said()).not.toContain('sharing');
  await page.push(BENS);
  expect(said()).toContain(`${nameOf(1)} is sharing their screen`);
  await page.push(NOBODY);
  expect(said()).toContain(`${nameOf(1)} stopped sharing`);
});

test('who may not share has no button for it', async () => {
  await openApp(snapshotOf(joined([person(0, { role: 'viewer' }), person(1, { role: 'host' })])));
  expect(screen.queryByRole('button', { name: 'Share screen' })).toBeNull();
});

test('a screen is shown whole, or in its own size to be moved about in by the keyboard too', async () => {
  const stream = new MediaStream();
  const page = await openPage(NOBODY);
  const view = render(page.wrap(<ScreenView stream={stream} label="Screen of Ben" isLarge />));
  expect(screen.queryByRole('region')).toBeNull();
  fireEvent.click(button('Actual size'));
  expect(screen.getByRole('region', { name: 'Screen of Ben, in its own size' }).tabIndex).toBe(0);
  expect(document.querySelector('video')?.srcObject).toBe(stream);
  fireEvent.click(button('Fit to window'));
  expect(screen.queryByRole('region')).toBeNull();
  expect(screen.getByRole('button', { name: /full screen$/i })).toBeTruthy();
  view.rerender(page.wrap(<ScreenView stream={stream} label="Screen of Ben" isLarge={false} />));
  expect(screen.queryAllByRole('button')).toEqual([]);
});
