import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { RATES } from '#tests/stage/quality.ts';
import { idOf, joined, nameOf, person } from '#tests/stage/room.ts';
import { OFF, snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const MEETING = joined([person(0, { role: 'host' }), person(1), person(2)]);

describe('the marks', () => {
  test('say on tiles only what is to be wished for, and in the list how each link is', async () => {
    const page = await openApp(snapshotOf(MEETING));
    fireEvent.click(screen.getByRole('button', { name: 'People' }));
    act(() => page.engine.grade({ [idOf(1)]: 'good', [idOf(2)]: 'poor' }));
    const list = within(screen.getByRole('region', { name: 'People' }));
    expect(list.getByRole('img', { name: 'Good connection' })).toBeTruthy();
    expect(list.getByRole('img', { name: 'Poor connection' })).toBeTruthy();
    act(() => page.engine.grade({}));
    expect(list.queryByRole('img', { name: /connection/ })).toBeNull();
  });
});

const openSheet = async () => {
  const page = await openApp(snapshotOf(MEETING));
  fireEvent.click(screen.getByRole('button', { name: 'People' }));
  fireEvent.click(screen.getByRole('button', { name: `More about ${nameOf(1)}` }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Connection details' }));
  await screen.findByRole('dialog', { name: `Connection with ${nameOf(1)}` });
  return page;
};
const valueOf = (name: string): string | null =>
  screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent ?? null;

describe('the sheet', () => {
  test('has figures with units, and measures only while it is open', async () => {
    const page = await openSheet();
    expect(screen.getByText('Measuring')).toBeTruthy();
    expect(page.engine.inspecting).toBe(1);
    act(() => page.engine.measure(RATES));
    expect(valueOf('Round trip')).toBe('48 ms');
    expect(valueOf('Lost on the way to you')).toBe('1.2%');
    expect(valueOf('Receiving')).toBe('1,240 kbit/s');
    expect(valueOf('Their picture')).toBe('1280 × 720, 30 a second · VP8');
    expect(valueOf('Your picture')).toBe('None');
    expect(valueOf('Route')).toBe('Through a relay · UDP');
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    await expect.poll(() => page.engine.inspecting).toBe(0);
  });

  test('goes when the person does', async () => {
    const page = await openSheet();
    await page.push(snapshotOf(joined([person(0, { role: 'host' }), person(2)])));
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });
});

describe('my own network', () => {
  test('has a banner when most links are poor, with what helps at once', async () => {
    const page = await openApp(snapshotOf(MEETING));
    act(() => page.engine.grade({ [idOf(1)]: 'poor', [idOf(2)]: 'good' }));
    expect(screen.queryByText('Your network is poor right now.')).toBeNull();
    act(() => page.engine.grade({ [idOf(1)]: 'poor', [idOf(2)]: 'poor' }));
    expect(screen.getByText('Your network is poor right now.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Turn my video off' }));
    await expect.poll(() => page.asked('capture:want')).toEqual([{ kind: 'camera', on: false }]);
    const { capture } = snapshotOf(MEETING);
    await page.push(snapshotOf(MEETING, { capture: { ...capture, camera: OFF } }));
    expect(screen.queryByRole('button', { name: 'Turn my video off' })).toBeNull();
    expect(screen.getByText(/Come nearer to the router/)).toBeTruthy();
  });
});
