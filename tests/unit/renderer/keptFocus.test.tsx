import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { act, fireEvent, renderHook, screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { useKeptFocus } from '#renderer/app/useKeptFocus.ts';
import { joined, person } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const THREE = [person(0, { role: 'host' }), person(1), person(2)];
const focused = (): string | null => {
  const at = document.activeElement;
  return at === document.body ? null : (at?.getAttribute('aria-label') ?? at?.textContent ?? null);
};

test('focus stays in the list when the row that it was on goes', async () => {
  const page = await openApp(snapshotOf(joined(THREE)));
  fireEvent.click(screen.getByRole('button', { name: 'People' }));
  // Opened without a pointer, the panel takes focus a frame later, and would take it from the row.
  await expect.poll(focused).toBe('Close people');
  const remove = await screen.findByRole('button', { name: `More about ${THREE[2]?.name ?? ''}` });
  act(() => remove.focus());
  await page.push(snapshotOf(joined(THREE.slice(0, 2))));
  await expect.poll(focused).not.toBeNull();
  expect(document.activeElement?.closest('li')).not.toBeNull();
});

test('a banner whose button has done its work gives focus to what is there still', async () => {
  const alone = snapshotOf(joined(THREE.slice(0, 1)), { hosting: { state: 'loopback', addresses: ['127.0.0.1:1'] } });
  const page = await openApp(alone);
  act(() => screen.getByRole('button', { name: 'Share on the network' }).focus());
  await page.push(snapshotOf(joined(THREE)));
  await expect.poll(focused).not.toBeNull();
});

test('focus that was put nowhere by hand is left there', async () => {
  const page = await openApp(snapshotOf(joined(THREE)));
  act(() => screen.getByRole('button', { name: 'People' }).focus());
  act(() => (document.activeElement as HTMLElement).blur());
  await page.push(snapshotOf(joined(THREE.slice(0, 2))));
  expect(focused()).toBeNull();
});

test('a screen that is gone is let go of, though focus was on it', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  renderHook(() => useKeptFocus());
  const gone = focusedAndGone();
  await expect
    .poll(() => {
      collect();
      return gone.deref() === undefined;
    })
    .toBe(true);
});

/** In a function of its own, so that nothing of the test holds it. */
function focusedAndGone(): WeakRef<Element> {
  const place = document.createElement('main');
  const button = document.createElement('button');
  place.append(button);
  document.body.append(place);
  button.focus();
  place.remove();
  return new WeakRef(place);
}
