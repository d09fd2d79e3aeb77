import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { joined, nameOf, person } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, type Page } from './support.tsx';

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

test('a guest is offered nothing about others but to look at the connection; my own row has my name', async () => {
  await openPanel(joined([person(0), person(1, { role: 'host' })]));
  const others = await openMenu(nameOf(1));
  expect(itemsOf(others)).toEqual(['Connection details']);
  fireEvent.keyDown(others, { key: 'Escape' });
  expect(itemsOf(await openMenu(nameOf(0)))).toContain('Change your name');
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
