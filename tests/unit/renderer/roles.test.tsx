import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { NoticeOf } from '#protocol/ipc/notice.ts';
import { reasonOf } from '#meeting/reason.ts';
import { DEFAULT_ROLES } from '#meeting/permissions.ts';
import { idOf, joined, nameOf, NOW, person, roomOf, THERE } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const [ANA, BEN, CHLOE] = [nameOf(0), nameOf(1), nameOf(2)];
const as = (mine: string, bens: string, chloes = 'guest') =>
  snapshotOf(joined([person(0, { role: mine }), person(1, { role: bens }), person(2, { role: chloes })]));

/** The items of the menu about somebody, as people see them; null where there is no menu. */
async function itemsAbout(name: string): Promise<readonly string[] | null> {
  if (screen.queryByRole('region', { name: 'People' }) === null) {
    fireEvent.click(screen.getByRole('button', { name: 'People' }));
  }
  const more = screen.queryByRole('button', { name: `More about ${name}` });
  if (!more) return null;
  fireEvent.click(more);
  const items = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  return items;
}

const changed = (index: number, role: string, by: number | null): NoticeOf<'role-changed'> => ({
  type: 'role-changed',
  participantId: idOf(index),
  name: nameOf(index),
  role,
  mode: role === 'viewer' ? 'viewer' : 'speaker',
  by: by === null ? null : { participant: idOf(by), name: nameOf(by) },
  at: NOW,
});
const polite = (): string => document.querySelector('[aria-live=polite]')?.textContent ?? '';

test('a host can make somebody anything else, and hand over', async () => {
  const page = await openApp(as('host', 'guest'));
  const items = await itemsAbout(BEN);
  expect(items).toEqual(expect.arrayContaining([`Hand over to ${BEN}`, 'Make host', 'Make co-host', 'Make viewer']));
  expect(items).not.toContain('Make guest');
  fireEvent.click(screen.getByRole('button', { name: `More about ${BEN}` }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Make co-host' }));
  await expect.poll(() => page.asked('room:change-role')).toEqual([{ participant: idOf(1), role: 'co-host' }]);
});

test('a viewer is not asked to unmute', async () => {
  const off = { microphone: false, camera: false, screen: false };
  const people = (role: string) =>
    snapshotOf(joined([person(0, { role: 'host' }), person(1, { role, media: off }), person(2)]));
  const page = await openApp(people('guest'));
  expect(await itemsAbout(BEN)).toContain('Ask to unmute');
  await page.push(people('viewer'));
  expect((await itemsAbout(BEN))?.some((item) => item.startsWith('Ask'))).toBe(false);
});

test('handing over steps down in the same go', async () => {
  const page = await openApp(as('host', 'guest'));
  await itemsAbout(BEN);
  fireEvent.click(screen.getByRole('button', { name: `More about ${BEN}` }));
  fireEvent.click(await screen.findByRole('menuitem', { name: `Hand over to ${BEN}` }));
  await expect
    .poll(() => page.asked('room:change-role'))
    .toEqual([{ participant: idOf(1), role: 'host', stepDown: 'guest' }]);
});

test('a co-host is offered no roles of others, and may step down; the last host may not', async () => {
  await openApp(as('co-host', 'guest', 'host'));
  for (const name of [BEN, CHLOE]) {
    const items = (await itemsAbout(name)) ?? [];
    expect(items.filter((item) => item.startsWith('Make') || item.startsWith('Hand over'))).toEqual([]);
  }
  expect(await itemsAbout(ANA)).toEqual(expect.arrayContaining(['Step down to a guest', 'Step down to a viewer']));
  expect(await itemsAbout(ANA)).not.toContain('Step down to host');
});

test('the last host is offered no step down while others are there', async () => {
  const page = await openApp(as('host', 'guest'));
  expect((await itemsAbout(ANA))?.some((item) => item.startsWith('Step down'))).toBe(false);
  await page.push(as('host', 'host'));
  expect(await itemsAbout(ANA)).toContain('Step down to co-host');
});

test('roles that a server made up are offered by their own names', async () => {
  const people = [person(0, { role: 'host' }), person(1)];
  const roleTable = { ...DEFAULT_ROLES, 'stage-hand': { permissions: [] } };
  await openApp(snapshotOf(joined(people, { room: roomOf(people, { roleTable }) })));
  expect(await itemsAbout(BEN)).toContain('Make Stage hand');
});

test('people and tiles show who is what, and a viewer is not muted but watches', async () => {
  await openApp(as('guest', 'co-host', 'viewer'));
  fireEvent.click(screen.getByRole('button', { name: 'People' }));
  const list = within(screen.getByRole('region', { name: 'People' }));
  expect(list.getByText('Co-host')).toBeTruthy();
  expect(list.getByText('Viewer')).toBeTruthy();
  expect(list.queryByText('Guest')).toBeNull();
});

test.each([
  ['host', 'You may do everything here'],
  ['co-host', 'You may let people in'],
  ['guest', 'Both are off until you turn them on'],
  ['viewer', 'You see and hear everybody'],
] as const)('who becomes %s reads by whom, and what that lets them do', async (role, may) => {
  const page = await openApp(as('guest', 'host'));
  await page.tell(changed(0, role, 1));
  expect(polite()).toContain(`${BEN} made you`);
  expect(polite()).toContain(may);
});

test('the others read it too: by somebody, by themselves, by nobody; and no leave of who only moved (1003)', async () => {
  const page = await openApp(as('guest', 'host'));
  await page.tell(
    {
      type: 'participant-left',
      participantId: idOf(2),
      name: CHLOE,
      reason: reasonOf('REMOVE_PEER_VIEWER_MODE_CHANGED'),
      at: NOW,
    },
    changed(2, 'viewer', 1),
    changed(1, 'guest', 1),
    changed(2, 'guest', null),
    changed(2, 'co-host', 0),
  );
  const said = polite();
  expect(said).toContain(`${BEN} made ${CHLOE} a viewer`);
  expect(said).toContain(`${BEN} stepped down and is now a guest`);
  expect(said).toContain(`${CHLOE} is now a guest`);
  expect(said).toContain(`You made ${CHLOE} co-host`);
  expect(said).not.toContain('left');
  expect(said).not.toContain('made room');
});

test('the controls say why a viewer can not speak, and ask main for nothing', async () => {
  const page = await openApp(as('viewer', 'host'));
  const why = "You can't speak: your role here is viewer";
  expect(screen.queryByRole('button', { name: 'Unmute' })).toBeNull();
  expect(screen.getByRole('button', { name: "You can't show video: your role here is viewer" })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: why }));
  expect(polite()).toContain(`${why}. A host can change that.`);
  expect(page.asked('capture:want')).toEqual([]);
  await page.push(as('guest', 'host'));
  expect(screen.getByRole('button', { name: /mute$/i })).toBeTruthy();
});

test('who watches only because the speakers are full is told so before and inside', async () => {
  const preview = { phase: 'preview', target: THERE, role: 'viewer', refusal: null, mayUnlock: false } as const;
  const page = await openApp(snapshotOf({ ...preview, speakersFull: true }));
  expect(screen.getByText('As many people speak as the meeting allows', { exact: false })).toBeTruthy();
  await page.push(as('viewer', 'host'));
  await act(async () => undefined);
  expect(screen.getByText('You are a viewer for now', { exact: false })).toBeTruthy();
  const people = [person(0, { role: 'viewer' }), person(1, { role: 'host' })];
  await page.push(snapshotOf(joined(people, { room: roomOf(people, { roles: { 'principal-0': 'viewer' } }) })));
  expect(screen.queryByText('You are a viewer for now', { exact: false })).toBeNull();
});

test.each([
  ['viewer', undefined, 'You will be a viewer'],
  ['co-host', undefined, 'You will be co-host'],
  ['guest', ['chat'], 'Your role will be Guest: you see and hear everybody'],
  ['stage-hand', ['publishAudio'], 'Your role will be Stage hand: you take part'],
] as const)('the preview says what a %s with %j will be allowed', async (role, permissions, words) => {
  const preview = { phase: 'preview', target: THERE, role, refusal: null, mayUnlock: false } as const;
  await openApp(snapshotOf({ ...preview, ...(permissions && { permissions }) }));
  expect(screen.getByText(words, { exact: false })).toBeTruthy();
});
