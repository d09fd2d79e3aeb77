import { fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';

import { joined, nameOf, person } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';
import { ActionMenu, type MenuAction } from '#renderer/ui/Menu.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';

import { openApp, type Page } from './support.tsx';

/** The page has no layout here: every element is as large as that. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1240);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(640);
  return () => vi.restoreAllMocks();
});

const HOST = person(0, { role: 'host' });

async function openPanel(session = joined([HOST, person(1), person(2)])): Promise<Page> {
  const page = await openApp(snapshotOf(session));
  fireEvent.click(screen.getByRole('button', { name: 'People' }));
  return page;
}

async function openMenu(name: string): Promise<HTMLElement> {
  fireEvent.click(screen.getByRole('button', { name: `More about ${name}` }));
  return screen.findByRole('menu', { name: new RegExp(name) });
}

const itemsOf = (menu: HTMLElement): readonly string[] =>
  within(menu)
    .getAllByRole('menuitem')
    .map((item) => item.textContent ?? '');

test('a guest is offered nothing about others but to pin them and to look at the connection; my own row has my name', async () => {
  await openPanel(joined([person(0), person(1, { role: 'host' })]));
  const others = await openMenu(nameOf(1));
  expect(itemsOf(others)).toEqual(['Pin for me', 'Connection details']);
  fireEvent.keyDown(others, { key: 'Escape' });
  const mine = itemsOf(await openMenu(nameOf(0)));
  expect(mine).toContain('Change your name');
  expect(mine).not.toContain('Pin for me');
});

test('the menu of somebody else removes them after the same question as the button beside it', async () => {
  await openPanel();
  const menu = await openMenu(nameOf(1));
  expect(itemsOf(menu)).not.toContain('Change your name');
  fireEvent.click(within(menu).getByRole('menuitem', { name: 'Remove from the meeting' }));
  expect(await screen.findByRole('dialog', { name: `Remove ${nameOf(1)}?` })).toBeTruthy();
});

test('nobody is offered to remove themselves', async () => {
  await openPanel();
  expect(itemsOf(await openMenu(nameOf(0)))).not.toContain('Remove from the meeting');
});

const pin = () => within(screen.getByRole('region', { name: 'Stage' })).queryByRole('img', { name: 'Pinned by you' });

test('whom I pin in the list is pinned on the stage, and let go of there as well', async () => {
  await openPanel();
  fireEvent.click(within(await openMenu(nameOf(1))).getByRole('menuitem', { name: 'Pin for me' }));
  await expect.poll(pin).not.toBeNull();
  fireEvent.click(within(await openMenu(nameOf(1))).getByRole('menuitem', { name: 'Unpin' }));
  await expect.poll(pin).toBeNull();
});

test('what is in a menu is worked out once it opens, and not for each row of a list', async () => {
  const groups = vi.fn<() => (readonly MenuAction[])[]>(() => [
    [{ id: 'a', label: 'Alpha', icon: null, onAction: () => undefined }],
  ]);
  render(
    <ActionMenu label="Ana" groups={groups}>
      <IconButton label="More">…</IconButton>
    </ActionMenu>,
  );
  const button = screen.getByRole('button', { name: 'More' });
  expect(groups).not.toHaveBeenCalled();
  expect([button.getAttribute('aria-haspopup'), button.getAttribute('aria-expanded')]).toEqual(['true', 'false']);
  fireEvent.click(button);
  const menu = await screen.findByRole('menu', { name: /Ana/ });
  expect(itemsOf(menu)).toEqual(['Alpha']);
  fireEvent.keyDown(menu, { key: 'Escape' });
  await expect.poll(() => document.activeElement).toBe(button);
});
