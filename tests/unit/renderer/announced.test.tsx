import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { type ReasonType, REASON_TYPES } from '#protocol/reasons.ts';
import { joined, nameOf, person, THERE } from '#tests/stage/room.ts';
import { over, removalBy, snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, type Page } from './support.tsx';

const HOST = person(0, { role: 'host' });
const TWO = joined([HOST, person(1)]);

const heard = (how: 'polite' | 'assertive'): readonly string[] =>
  [...screen.getByTestId(how).querySelectorAll('p')].map(({ textContent }) => textContent);

async function out(type: ReasonType, mine: boolean): Promise<void> {
  const page = await openApp(snapshotOf(TWO));
  await act(async () => undefined);
  const removal =
    type === 'REMOVE_PEER' || type === 'REMOVE_ALL' ? removalBy({ roomWasEnded: type === 'REMOVE_ALL' }) : null;
  await page.push(snapshotOf(over(type, { mine, removal })));
}

/** What is called out at once, whatever else is being read, for each way to be put out. */
const CALLED: Readonly<Record<ReasonType, string>> = {
  WEBSOCKET_DISCONNECTED: 'Connection lost',
  REMOVE_PEER: 'You were removed from the meeting',
  REMOVE_PEER_VIEWER_MODE_CHANGED: 'You moved between speaker and viewer',
  REMOVE_PEER_MEDIA_RELAY_STOP: 'There is no room for you to speak',
  SWITCH_ROOM: 'You left',
  ROOM_CLOSE: 'The meeting was closed',
  UNKNOWN: 'You are no longer in the meeting',
  REMOVE_ALL: 'The meeting was ended',
  MEETING_END_API: 'The meeting was ended',
  REMOVE_PEER_API: 'You were removed from the meeting',
  DUPLICATE_PARTICIPANT: 'Continued on another device',
  MANUAL_LEAVE_CALLED: 'You left',
  CONNECTION_ATTEMPTS_EXHAUSTED: 'Connection lost',
  JOIN_ROOM_FAILED: 'You could not get back in',
  SWITCH_ROOM_FAILED: 'The other meeting could not be joined',
};

test('there are words to be heard for each of the fifteen exits', () => {
  expect(REASON_TYPES).toHaveLength(15);
});

test.each(REASON_TYPES)('%s is called out at once, with the words of its dialog', async (type) => {
  await out(type, false);
  expect(screen.getByRole('dialog', { name: CALLED[type] })).toBeTruthy();
  expect(heard('assertive')).toEqual([CALLED[type]]);
});

test.each(REASON_TYPES)('%s that I did myself is said once, without a dialog', async (type) => {
  await out(type, true);
  expect(screen.queryByRole('dialog')).toBeNull();
  const said = heard('polite').filter((words) => words !== 'You joined the meeting');
  expect(said).toHaveLength(1);
  expect(
    screen
      .getAllByRole('status')
      .map(({ textContent }) => textContent)
      .join(),
  ).toContain(said[0]);
});

test.each([
  ['I am in', 'You joined the meeting', (): undefined => undefined],
  [
    'somebody joins',
    `${nameOf(2)} joined`,
    (page: Page) => page.push(snapshotOf(joined([HOST, person(1), person(2)]))),
  ],
  [
    'my connection goes',
    'Connection lost. Reconnecting.',
    (page: Page) => page.push(snapshotOf({ ...TWO, phase: 'reconnecting', since: 1, attempt: 1 })),
  ],
] as const)('it is heard when %s', async (_what, words, happen) => {
  const page = await openApp(snapshotOf(TWO));
  await happen(page);
  await expect.poll(() => heard('polite')).toContain(words);
});

test('where one is after an exit is a heading that has focus or a dialog that holds it', async () => {
  const page = await openApp(snapshotOf(TWO));
  await page.push(snapshotOf({ ...over('MANUAL_LEAVE_CALLED', { mine: true }), target: THERE }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});
