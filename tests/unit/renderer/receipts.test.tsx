import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { Receipt } from '#protocol/ipc/receipt.ts';
import { REASON_TYPES } from '#protocol/reasons.ts';
import { receiptText, sayReceipt } from '#renderer/features/receipts/sayReceipt.ts';
import { createWords } from '#renderer/words/words.ts';
import { receiptOf, RECEIPTS } from '#tests/stage/receipts.ts';
import { nameOf, NOW } from '#tests/stage/room.ts';
import { over, removalBy, snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const { t } = createWords((key) => {
  throw new Error(`no words for ${key}`);
});

const ENDED = receiptOf('REMOVE_ALL', { removal: removalBy({ roomWasEnded: true, locked: true, reason: 'Lunch' }) });
const IDLE = snapshotOf({ phase: 'idle' });

describe('the words of a receipt', () => {
  test.each(REASON_TYPES)('say what %s was, whether I did it or not', (type) => {
    for (const mine of [true, false]) {
      const { title, who } = sayReceipt(t, receiptOf(type, { mine }));
      expect(title).not.toBe('');
      expect(`${title}${who}`).not.toContain('{{');
    }
  });

  test('of my own end don’t say that nobody knows who ended it', () => {
    const mine = receiptOf('REMOVE_ALL', { mine: true, mayRejoin: false });
    expect(sayReceipt(t, mine)).toEqual({
      title: 'You ended the meeting for everyone and locked it',
      who: '',
      note: '',
    });
  });

  test('to be passed on have all that is known, a line each', () => {
    const lines = receiptText(t, 'en', ENDED).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      'Parley: The meeting was ended',
      `${nameOf(0)} ended the meeting for everyone.`,
      '',
      'Code: 1008',
      'Type: REMOVE_ALL',
    ]);
    for (const line of [
      'Meeting: kfr-wmbe-tqa',
      `By: ${nameOf(0)}`,
      'Reason given: Lunch',
      'Locked: Nobody can rejoin',
    ])
      expect(lines).toContain(line);
    for (const line of ['Length of stay: 12:34', 'Connection: Up', 'App: Parley 0.1.0']) expect(lines).toContain(line);
  });

  test('say since when the connection was lost', () => {
    const lost = receiptOf('WEBSOCKET_DISCONNECTED', {}, { connection: { state: 'lost', since: NOW } });
    expect(receiptText(t, 'en', lost)).toMatch(/Connection: Lost since .*2026/);
  });
});

describe('in the dialog about an exit', () => {
  const removed = over('REMOVE_ALL', { removal: removalBy({ roomWasEnded: true, locked: true, reason: 'Lunch' }) });

  test('the receipt is under Details, and is copied in words', async () => {
    const page = await openApp(snapshotOf(removed, { receipt: ENDED }));
    const dialog = screen.getByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Details' }));
    expect(within(dialog).getByText('12:34')).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Copy receipt' }));
    const words = receiptText(t, 'en', ENDED);
    await expect.poll(() => page.asked('receipt:copy')).toEqual([{ id: ENDED.id, words }]);
    expect((await screen.findAllByText('Receipt copied')).length).toBeGreaterThan(0);
  });

  test('says so where it could not be copied', async () => {
    const page = await openApp(snapshotOf(removed, { receipt: ENDED }));
    page.bridge.refuse('receipt:copy', 'bad-request');
    fireEvent.click(screen.getByRole('button', { name: 'Details' }));
    fireEvent.click(screen.getByRole('button', { name: 'Copy receipt' }));
    expect((await screen.findAllByText(/is not allowed/)).length).toBeGreaterThan(0);
    expect(screen.queryByText('Receipt copied')).toBeNull();
  });

  test('there is nothing to copy where nothing is kept', async () => {
    await openApp(snapshotOf(removed));
    expect(screen.queryByRole('button', { name: 'Copy receipt' })).toBeNull();
  });
});

const titles = (dialog: HTMLElement) =>
  within(dialog)
    .queryAllByRole('listitem')
    .map((item) => item.querySelector('p')?.textContent);
const titleOf = (receipt: Receipt | undefined) => receipt && sayReceipt(t, receipt).title;

async function look(name: string) {
  const page = await openApp(IDLE);
  fireEvent.click(screen.getByRole('button', { name }));
  const dialog = await screen.findByRole('dialog', { name: 'What happened?' });
  return { page, dialog };
}

describe('on home', () => {
  test('what happened in a meeting is told, also where there was no dialog about it', async () => {
    const { dialog } = await look('What happened in kfr-wmbe-tqa?');
    const here = RECEIPTS.filter(({ target }) => target.room === 'kfr-wmbe-tqa');
    await expect.poll(() => titles(dialog)).toEqual(here.map(titleOf));
    expect(dialog.textContent).toContain('You left');
    expect(dialog.textContent).toContain('Lunch is ready');
    expect(within(dialog).queryByRole('button', { name: 'Delete all' })).toBeNull();
  });

  test('of a meeting of which nothing is kept it says so', async () => {
    const { dialog } = await look('What happened in tya-ovnc-pwx?');
    await expect.poll(() => dialog.textContent).toContain('Nothing is kept of this.');
  });

  test('one is forgotten, or all', async () => {
    const { page, dialog } = await look('What happened in earlier meetings');
    await expect.poll(() => titles(dialog)).toEqual(RECEIPTS.map(titleOf));
    const [first] = within(dialog).getAllByRole('button', { name: /^Delete “/ });
    if (!first) throw new Error('nothing to delete');
    fireEvent.click(first);
    await expect.poll(() => titles(dialog)).toEqual(RECEIPTS.slice(1).map(titleOf));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Delete all' }));
    await expect.poll(() => titles(dialog)).toEqual([]);
    expect(page.asked('receipt:forget')).toEqual([{ id: RECEIPTS[0]?.id }]);
    expect(within(dialog).queryByRole('button', { name: 'Delete all' })).toBeNull();
  });

  test('two that are forgotten at once are both gone', async () => {
    const { page, dialog } = await look('What happened in earlier meetings');
    await expect.poll(() => titles(dialog)).toEqual(RECEIPTS.map(titleOf));
    const answer = page.bridge.hold('receipt:forget');
    for (const one of within(dialog)
      .getAllByRole('button', { name: /^Delete “/ })
      .slice(0, 2))
      fireEvent.click(one);
    answer();
    await expect.poll(() => titles(dialog)).toEqual(RECEIPTS.slice(2).map(titleOf));
  });
});
