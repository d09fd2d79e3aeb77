import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { Participant, Room, UnmuteAsk } from '#protocol/room.ts';
import { roomNews } from '#renderer/features/meeting/roomNews.ts';
import { idOf, joined, ME, nameOf, NOW, person, roomOf } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, type Page } from './support.tsx';

const HOST = person(0, { role: 'host' });
const SILENT = { microphone: false, camera: false, screen: false };
const BY = { participant: idOf(1), name: nameOf(1) };

async function openPeople(people: readonly Participant[], but: Partial<Room> = {}): Promise<Page> {
  const page = await openApp(snapshotOf(joined(people, { room: roomOf(people, but) })));
  fireEvent.click(screen.getByRole('button', { name: 'People' }));
  return page;
}

async function itemsAbout(index: number): Promise<readonly string[]> {
  fireEvent.click(screen.getByRole('button', { name: `More about ${nameOf(index)}` }));
  const menu = await screen.findByRole('menu');
  return within(menu)
    .getAllByRole('menuitem')
    .map((item) => item.textContent ?? '');
}

/** What one may do about somebody's microphone, camera and screen; the menu has more. */
const isAboutMedia = (item: string): boolean => /^(?:Mute|Stop|Ask)\b/.test(item);

const choose = (name: string): boolean => fireEvent.click(screen.getByRole('menuitem', { name }));
const said = (): string => [...document.querySelectorAll('[aria-live]')].map((live) => live.textContent).join(' ');

describe('the menu of a person', () => {
  test('switches off what they have on, one kind at a time', async () => {
    const page = await openPeople([HOST, person(1, { media: { microphone: true, camera: true, screen: true } })]);
    const offered = await itemsAbout(1);
    expect(offered.filter(isAboutMedia)).toEqual(['Mute', 'Stop their video', 'Stop their screen share']);
    choose('Stop their video');
    await expect.poll(() => page.asked('room:mute')).toEqual([{ participant: idOf(1), media: ['camera'] }]);
  });

  test('asks for what they have off, and says that it did', async () => {
    const page = await openPeople([HOST, person(1, { media: SILENT })]);
    const offered = await itemsAbout(1);
    expect(offered.filter(isAboutMedia)).toEqual(['Ask to unmute', 'Ask to start video']);
    choose('Ask to unmute');
    await expect
      .poll(() => page.asked('room:ask-to-unmute'))
      .toEqual([{ participant: idOf(1), media: ['microphone'] }]);
    await expect.poll(said).toContain(`${nameOf(1)} is asked to unmute`);
  });

  test('says why not where it is refused', async () => {
    const page = await openPeople([HOST, person(1, { media: SILENT })]);
    page.bridge.refuse('room:ask-to-unmute', 'already-asked');
    await itemsAbout(1);
    choose('Ask to unmute');
    await expect.poll(said).toContain('was asked a moment ago');
  });

  test('of mine, and of anybody for a guest, has neither', async () => {
    await openPeople([HOST, person(1)]);
    expect((await itemsAbout(0)).filter(isAboutMedia)).toEqual([]);
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
  });

  test('has nothing of the kind for a guest about others', async () => {
    await openPeople([person(0), person(1, { role: 'host' })]);
    expect((await itemsAbout(1)).filter(isAboutMedia)).toEqual([]);
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    expect(screen.queryByRole('button', { name: 'Mute everyone' })).toBeNull();
  });
});

describe('muting everyone', () => {
  test('takes a second step, and says that it is done', async () => {
    const page = await openPeople([HOST, person(1)]);
    fireEvent.click(screen.getByRole('button', { name: 'Mute everyone' }));
    const dialog = await screen.findByRole('dialog', { name: 'Mute everyone?' });
    expect(page.asked('room:mute')).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Mute everyone' }));
    await expect.poll(() => page.asked('room:mute')).toEqual([{ participant: 'all', media: ['microphone'] }]);
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(said()).toContain('You muted everyone');
  });

  test('says in the dialog why not, and can be put away', async () => {
    const page = await openPeople([HOST, person(1)]);
    page.bridge.refuse('room:mute', 'offline');
    fireEvent.click(screen.getByRole('button', { name: 'Mute everyone' }));
    const dialog = await screen.findByRole('dialog', { name: 'Mute everyone?' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Mute everyone' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('offline');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });

  test('is not offered to who is alone', async () => {
    await openPeople([HOST]);
    expect(screen.queryByRole('button', { name: 'Mute everyone' })).toBeNull();
  });
});

describe('who is barred', () => {
  const barred = {
    'principal-7': { name: 'Hanna', by: { participant: ME, name: nameOf(0) }, at: NOW - 300_000 },
    'principal-8': { name: 'Iker', by: null, at: NOW - 7_200_000 },
  };

  test('is listed with by whom and since when, and is let back in by one press', async () => {
    const page = await openPeople([HOST, person(1)], { barred });
    const list = within(screen.getByRole('region', { name: 'Not let back in 2' }));
    const rows = list.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows[0]).toMatch(new RegExp(`Hanna.*By ${nameOf(0)}, .*Let back in`));
    expect(rows[1]).toMatch(/Iker.*By an administrator, .*Let back in/);
    const [first] = list.getAllByRole('button', { name: 'Let back in' });
    if (first) fireEvent.click(first);
    await expect.poll(() => page.asked('room:unbar')).toEqual([{ principal: 'principal-7' }]);
    await expect.poll(said).toContain('Hanna may come back');
    await page.push(snapshotOf(joined([HOST, person(1)])));
    expect(screen.queryByRole('region', { name: /Not let back in/ })).toBeNull();
  });

  test('is not shown to who can do nothing about it', async () => {
    await openPeople([person(0), person(1, { role: 'host' })], { barred });
    expect(screen.queryByRole('region', { name: /Not let back in/ })).toBeNull();
  });
});

describe('being asked to unmute', () => {
  test.each([
    [['microphone'], `${nameOf(1)} asks you to unmute`, 'Unmute', 'Stay muted'],
    [['camera'], `${nameOf(1)} asks you to start your video`, 'Start video', 'Keep video off'],
    [
      ['microphone', 'camera'],
      `${nameOf(1)} asks you to unmute and to start your video`,
      'Unmute and start video',
      'Stay as you are',
    ],
  ] as const)('for %j', async (media, title, yes, no) => {
    const prompt = { id: 'q1', kind: 'unmute-asked', by: nameOf(1), media } as const;
    const page = await openApp(snapshotOf(joined([HOST, person(1)]), { prompt }));
    const dialog = within(await screen.findByRole('dialog', { name: title }));
    // A key meant for something else must not switch anything on.
    expect(document.activeElement).toBe(dialog.getByRole('button', { name: no }));
    fireEvent.click(dialog.getByRole('button', { name: yes }));
    await expect.poll(() => page.asked('prompt:answer')).toEqual([{ id: 'q1', answer: 'accept', remember: false }]);
  });

  test.each([
    ['Escape', (dialog: HTMLElement) => fireEvent.keyDown(dialog, { key: 'Escape' })],
    [
      'Stay muted',
      (dialog: HTMLElement) => fireEvent.click(within(dialog).getByRole('button', { name: 'Stay muted' })),
    ],
  ])('%s stays muted', async (_how, say) => {
    const prompt = { id: 'q1', kind: 'unmute-asked', by: nameOf(1), media: ['microphone'] } as const;
    const page = await openApp(snapshotOf(joined([HOST, person(1)]), { prompt }));
    say(await screen.findByRole('dialog'));
    await expect.poll(() => page.asked('prompt:answer')).toEqual([{ id: 'q1', answer: 'stay', remember: false }]);
  });
});

const keys = (...[before, now]: Parameters<typeof roomNews>) =>
  roomNews(before, now).map(({ key, name }) => [key, name]);
const mutedBy = (by: Participant['stopped']) => joined([{ ...HOST, media: SILENT, stopped: by }, person(1)]);
const asks = (...of: readonly UnmuteAsk[]) => {
  const people = [HOST, person(1, { media: SILENT })];
  return joined(people, { room: roomOf(people, { asks: [...of] }) });
};
const ask: UnmuteAsk = {
  participant: idOf(1),
  media: ['microphone'],
  by: { participant: ME, name: nameOf(0) },
  at: NOW,
  open: true,
};

describe('the news', () => {
  test('of being muted says by whom, once, and what of', () => {
    const before = joined([HOST, person(1)]);
    const muted = mutedBy({ microphone: { by: BY, at: 1 } });
    expect(keys(before, muted)).toEqual([['youWereMuted', nameOf(1)]]);
    expect(keys(muted, muted)).toEqual([]);
    expect(keys(muted, mutedBy({ microphone: { by: BY, at: 1 }, camera: { by: null, at: 2 } }))).toEqual([
      ['yourVideoWasStoppedByNobody', ''],
    ]);
    expect(keys(before, mutedBy({ screen: { by: BY, at: 3 } }))).toEqual([['yourShareWasStopped', nameOf(1)]]);
    expect(keys(before, joined([HOST, person(1, { stopped: { microphone: { by: BY, at: 4 } } })]))).toEqual([]);
  });

  test('of an ask goes to who asked, and only where the answer was no', () => {
    expect(keys(asks(ask), asks({ ...ask, open: false }))).toEqual([['staysMuted', nameOf(1)]]);
    expect(keys(asks({ ...ask, media: ['camera'] }), asks({ ...ask, open: false }))).toEqual([
      ['keepsVideoOff', nameOf(1)],
    ]);
    expect(keys(asks({ ...ask, by: BY }), asks({ ...ask, by: BY, open: false })), 'somebody else asked').toEqual([]);
    const on = joined([HOST, person(1)]);
    expect(keys(asks(ask), on), 'they unmuted').toEqual([]);
    expect(keys(asks(ask), joined([HOST])), 'they went').toEqual([]);
    expect(keys(asks(ask), asks({ ...ask, open: false }, { ...ask, by: BY, at: NOW + 60_000 }))).toEqual([]);
  });
});
