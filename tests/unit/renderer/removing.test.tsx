import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { REASONS } from '#protocol/reasons.ts';
import { idOf, joined, nameOf, NOW, person } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const HOST = person(0, { role: 'host' });
const BEN = nameOf(1);
const TITLE = `Remove ${BEN}?`;

async function openDialog() {
  const page = await openApp(snapshotOf(joined([HOST, person(1), person(2)])));
  fireEvent.click(screen.getByRole('button', { name: 'People' }));
  fireEvent.click(
    within(screen.getByRole('region', { name: 'People' })).getByRole('button', { name: `Remove ${BEN}` }),
  );
  const dialog = await screen.findByRole('dialog', { name: TITLE });
  return { page, dialog, confirm: within(dialog).getByRole('button', { name: 'Remove' }) };
}

test('removes one person with a reason, and bars them if wished', async () => {
  const { page, dialog, confirm } = await openDialog();
  fireEvent.change(within(dialog).getByRole('textbox', { name: 'Reason' }), { target: { value: 'Wrong meeting' } });
  fireEvent.click(within(dialog).getByRole('switch', { name: "Don't let them back in" }));
  fireEvent.click(confirm);
  await expect
    .poll(() => page.asked('room:remove'))
    .toEqual([{ participant: idOf(1), reason: 'Wrong meeting', bar: true }]);
});

test('the dialog stays until they are really gone, and the others read that they were removed', async () => {
  const { page, confirm } = await openDialog();
  fireEvent.click(confirm);
  await expect.poll(() => page.asked('room:remove')).toHaveLength(1);
  expect(screen.getByRole('dialog', { name: TITLE })).toBeTruthy();
  await page.push(snapshotOf(joined([HOST, person(2)])));
  expect(screen.queryByRole('dialog')).toBeNull();
  await page.tell({
    type: 'participant-left',
    participantId: idOf(1),
    name: BEN,
    reason: { ...REASONS.REMOVE_PEER, type: 'REMOVE_PEER' },
    at: NOW,
  });
  const polite = document.querySelector('[aria-live=polite]');
  expect(polite?.textContent).toContain(`${BEN} was removed`);
});

test('a refusal is said in the dialog, which stays for another try', async () => {
  const { page, dialog, confirm } = await openDialog();
  page.bridge.refuse('room:remove', 'forbidden');
  fireEvent.click(confirm);
  expect((await within(dialog).findByRole('alert')).textContent).toContain('Ask a host');
  page.bridge.refuse('room:remove', null);
  fireEvent.click(confirm);
  await expect.poll(() => page.asked('room:remove')).toHaveLength(2);
});

test('Enter in the reason removes nobody, and Escape puts the dialog away', async () => {
  const { page, dialog } = await openDialog();
  const reason = within(dialog).getByRole('textbox', { name: 'Reason' });
  fireEvent.keyDown(reason, { key: 'Enter' });
  fireEvent.keyDown(reason, { key: 'Escape' });
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(page.asked('room:remove')).toEqual([]);
});

test('whoever goes by themselves meanwhile takes the question with them', async () => {
  const { page } = await openDialog();
  await page.push(snapshotOf(joined([HOST, person(2)])));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(page.asked('room:remove')).toEqual([]);
});

test('a guest is offered to remove nobody, and nobody is offered to remove themselves', async () => {
  const page = await openApp(snapshotOf(joined([person(0), person(1, { role: 'host' })])));
  fireEvent.click(screen.getByRole('button', { name: 'People' }));
  expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
  await page.push(snapshotOf(joined([HOST, person(1)])));
  expect(screen.getAllByRole('button', { name: /^Remove/ }).map((one) => one.getAttribute('aria-label'))).toEqual([
    `Remove ${BEN}`,
  ]);
});
