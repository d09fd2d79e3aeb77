import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react';
import { describe, expect, test } from 'vitest';

import type { Knock, Room } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';
import { idOf, joined, nameOf, NOW, person, roomOf, THERE } from '#tests/stage/room.ts';
import { over, removalBy, snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, type Page } from './support.tsx';

const HOST = person(0, { role: 'host' });
const PEOPLE = [HOST, person(1), person(2, { role: 'host' })];
const LOBBY: Partial<Room> = { lobby: { by: { participant: HOST.id, name: HOST.name }, at: NOW } };

const knock = (name: string, but: Partial<Knock> = {}): Knock => ({
  principal: `principal-of-${name}` as Knock['principal'],
  name,
  at: NOW - 60_000,
  ...but,
});

const room = (knocks: readonly Knock[], but: Partial<Room> = LOBBY): SessionIn<'joined'> =>
  joined(PEOPLE, {
    room: roomOf(PEOPLE, { ...but, waiting: Object.fromEntries(knocks.map((each) => [each.principal, each])) }),
  });

async function openPanel(session: SessionIn<'joined'>): Promise<Page> {
  const page = await openApp(snapshotOf(session));
  fireEvent.click(screen.getByRole('button', { name: 'People' }));
  return page;
}

const press = (name: string, inside: HTMLElement = document.body): boolean =>
  fireEvent.click(within(inside).getByRole('button', { name }));

describe('whoever lets people in', () => {
  test('sees who waits, lets one in, and everyone', async () => {
    const page = await openPanel(room([knock('Eve'), knock('Finn')]));
    const section = screen.getByRole('region', { name: /^Waiting/ });
    expect(
      within(section)
        .getAllByRole('listitem')
        .map((row) => row.textContent),
    ).toEqual([expect.stringContaining('Eve'), expect.stringContaining('Finn')]);
    const [first] = within(section).getAllByRole('button', { name: 'Let in' });
    if (first) fireEvent.click(first);
    press('Let everyone in', section);
    expect(page.asked('room:admit')).toEqual([{ principal: 'principal-of-Eve' }, { principal: 'all' }]);
  });

  test('turns somebody away with a reason, and for good', async () => {
    const page = await openPanel(room([knock('Eve')]));
    press('Refuse');
    const dialog = await screen.findByRole('dialog', { name: "Don't let Eve in?" });
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Reason' }), { target: { value: 'Not today' } });
    fireEvent.click(within(dialog).getByRole('switch', { name: "Don't let them back in" }));
    press("Don't let in", dialog);
    expect(page.asked('room:refuse-entry')).toEqual([
      { principal: 'principal-of-Eve', reason: 'Not today', bar: true },
    ]);
    await page.push(snapshotOf(room([])));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await page.push(snapshotOf(room([knock('Eve', { at: NOW })])));
    expect(screen.queryByRole('dialog'), 'who knocks again is not refused again').toBeNull();
  });

  test('reads what somebody barred has to say, who is not among everyone', async () => {
    await openPanel(room([knock('Eve', { appeal: 'Sorry about that' }), knock('Finn')]));
    expect(screen.getByText('Sorry about that')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Let everyone in' })).toBeNull();
  });

  test('is told of whoever comes, by the button as well, and shown the list where a notification was clicked', async () => {
    const page = await openApp(snapshotOf(room([])));
    await page.push(snapshotOf(room([knock('Eve')])));
    expect(screen.getByTestId('polite').textContent).toContain('Eve waits to be let in');
    expect(
      screen.getByRole('button', { name: 'People', description: '1 person is waiting to be let in' }),
    ).toBeTruthy();
    await act(async () => page.bridge.push('show', { panel: 'people' }));
    expect(screen.getByRole('region', { name: 'People' })).toBeTruthy();
  });

  test('switches the lobby, and sends back whom it stops', async () => {
    const page = await openPanel(room([]));
    fireEvent.click(screen.getByRole('switch', { name: 'People wait to be let in' }));
    expect(page.asked('room:set-lobby')).toEqual([{ on: false }]);
    press(`More about ${nameOf(2)}`);
    const host = await screen.findByRole('menu', { name: nameOf(2) });
    expect(within(host).queryByRole('menuitem', { name: 'Send back to the lobby' })).toBeNull();
    fireEvent.keyDown(host, { key: 'Escape' });
    press(`More about ${nameOf(1)}`);
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Send back to the lobby' }));
    const dialog = await screen.findByRole('dialog', { name: `Send ${nameOf(1)} back to the lobby?` });
    press('Send back to the lobby', dialog);
    expect(page.asked('room:send-to-lobby')).toEqual([{ participant: idOf(1), reason: '' }]);
  });
});

const joining = (but: object = {}): SessionIn<'joining'> => ({
  phase: 'joining',
  target: THERE,
  role: 'guest',
  attempt: 1,
  waiting: { since: NOW, clockOffset: 0, appeal: false, lost: false, ...but },
});

describe('whoever waits', () => {
  test('reads that they wait, for how long, and can stop', async () => {
    const page = await openApp(snapshotOf(joining()));
    expect(screen.getByRole('heading', { name: 'Waiting to be let in' })).toBeTruthy();
    expect(screen.getByText(/You have been waiting for/)).toBeTruthy();
    press('Cancel');
    expect(page.asked('session:cancel')).toHaveLength(1);
    await page.push(snapshotOf(joining({ lost: true })));
    expect(screen.getByRole('status').textContent).toContain('Your place is kept');
  });

  test('was told before that they would', async () => {
    const preview = { phase: 'preview', target: THERE, role: 'guest', refusal: null, mayUnlock: false } as const;
    await openApp(snapshotOf({ ...preview, mustWait: true }));
    expect(screen.getByText(/has to let you in/)).toBeTruthy();
  });

  test('and is not let in reads by whom and why, and may ask once where they are barred', async () => {
    const page = await openApp(
      snapshotOf({
        phase: 'preview',
        target: THERE,
        role: null,
        refusal: { code: 'not-admitted' },
        mayUnlock: false,
        turnedAway: { by: { participant: HOST.id, name: HOST.name }, note: 'Not today' },
        mayAppeal: true,
      }),
    );
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain(`${HOST.name} did not let you in.`);
    expect(alert.textContent).toContain('Not today');
    fireEvent.change(screen.getByRole('textbox', { name: 'Message' }), { target: { value: 'Sorry' } });
    press('Ask to be let in');
    expect(page.asked('session:join')).toEqual([{ name: nameOf(0), appeal: 'Sorry' }]);
  });

  test('again, because they were sent back, reads by whom and why', async () => {
    await openApp(snapshotOf(over('REMOVE_PEER', { removal: removalBy({ toLobby: true, reason: 'A moment' }) })));
    const dialog = screen.getByRole('dialog', { name: 'You were sent back to the lobby' });
    expect(dialog.textContent).toContain(`You were sent back to the lobby by ${nameOf(0)}.`);
    expect(dialog.textContent).toContain('A moment');
  });
});
