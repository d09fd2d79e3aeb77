import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { must, Party } from './harness/party.ts';
import { recordExit } from './harness/recordExit.ts';
import { threeAt } from './harness/three.ts';

let party: Party;

beforeEach(async () => {
  party = await Party.start();
});

afterEach(() => party.end());

/** A third one who is there all the time sees what the others see. */
const three = () => threeAt(party);

describe('1101: leaving', () => {
  test('I get meeting-left, all others participant-left with my id, name and reason', async () => {
    const { ana, ben, cleo } = await three();
    const { me } = ben;
    must(await ben.client.command({ type: 'leave' }));
    expect(await ben.over()).toMatchObject({ reason: { code: 1101 }, removal: null, mine: true, mayRejoin: true });
    expect(ben.told).toEqual(['meeting-left 1101']);
    for (const other of [ana, cleo]) {
      await other.until('the leave', () => other.notices.length > 0);
      expect(other.notices).toMatchObject([
        {
          type: 'participant-left',
          participantId: me,
          name: 'Ben',
          reason: { code: 1101, type: 'MANUAL_LEAVE_CALLED' },
        },
      ]);
      expect(other.sees).not.toContain('Ben');
    }
    recordExit(1101, 'left', { leaver: ben, others: [ana, cleo] });
  });

  test('one can come back at once, as who one was', async () => {
    const { access, ana } = await three();
    must(await ana.client.command({ type: 'leave' }));
    await ana.over();
    must(await ana.join(access));
    expect(ana.room.participants[ana.me]?.role).toBe('host');
  });

  test('the only host can hand over, and is told who can not be host', async () => {
    const { ana, ben, cleo } = await three();
    const bens = ben.me;
    must(await ben.client.command({ type: 'leave' }));
    await ana.until('the leave', () => ana.notices.length > 0);
    expect(await ana.client.command({ type: 'leave', handOverTo: bens })).toMatchObject({
      ok: false,
      error: { code: 'no-such-participant' },
    });
    expect(ana.client.session.phase).toBe('joined');
    must(await ana.client.command({ type: 'leave', handOverTo: cleo.me }));
    await cleo.until('being host', () => cleo.room.participants[cleo.me]?.role === 'host');
    expect(cleo.told).toEqual(['Ben left 1101', 'role-changed', 'Ana left 1101']);
  });
});

describe('1005: switching to another meeting', () => {
  test('I get meeting-left, all others participant-left, both with 1005, and the new host is named', async () => {
    const { ana, ben, cleo } = await three();
    must(await ana.client.command({ type: 'leave', switching: true, handOverTo: ben.me }));
    expect(await ana.over()).toMatchObject({ reason: { code: 1005, type: 'SWITCH_ROOM' }, removal: null, mine: true });
    expect(ana.told).toEqual(['meeting-left 1005']);
    for (const other of [ben, cleo]) {
      await other.until('the switch', () => other.notices.length > 1);
      expect(other.told).toEqual(['role-changed', 'Ana left 1005']);
      expect(other.room.participants[ben.me]?.role).toBe('host');
    }
    recordExit(1005, 'went to another meeting, and handed over', { leaver: ana, others: [ben, cleo] });
  });
});

describe('1008: ending', () => {
  test('unlocked: the caller gets ok and meeting-left, the others why and by whom, and a join opens a new meeting', async () => {
    const { access, ana, ben, cleo } = await three();
    const before = ana.in('joined').incarnation;
    must(await ana.client.command({ type: 'end-room', reason: 'time is up', lock: false }));
    expect(await ana.over()).toMatchObject({ reason: { code: 1008 }, removal: null, mine: true, mayRejoin: true });
    expect(ana.told).toEqual(['meeting-left 1008']);
    for (const other of [ben, cleo]) {
      expect(await other.over()).toMatchObject({
        reason: { code: 1008, type: 'REMOVE_ALL' },
        removal: { reason: 'time is up', roomWasEnded: true, peerWhoRemoved: { name: 'Ana' }, locked: false },
        mine: false,
        mayRejoin: true,
      });
      expect(other.told).toEqual(['removed-from-room', 'meeting-left 1008']);
    }
    recordExit(1008, 'ended for everyone', { leaver: ana, others: [ben, cleo] });
    must(await ben.join(access));
    expect(ben.in('joined').incarnation).not.toBe(before);
    expect(ben.sees).toEqual(['Ben']);
  });

  test('locked: nobody gets back in until who may has unlocked it', async () => {
    const { access, ana, ben, cleo } = await three();
    must(await ana.client.command({ type: 'end-room', reason: '', lock: true }));
    expect(await ana.over()).toMatchObject({ mine: true, mayRejoin: false });
    expect(await ben.over()).toMatchObject({ removal: { locked: true }, mayRejoin: false });
    await cleo.over();
    recordExit(1008, 'ended for everyone, and locked', { leaver: ana, others: [ben, cleo] });
    expect(await ben.join(access)).toMatchObject({ ok: false, error: { code: 'room-locked' } });
    expect(ben.in('preview')).toMatchObject({ refusal: { code: 'room-locked' }, mayUnlock: false });
    expect(await ben.client.unlock()).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await ana.join(access)).toMatchObject({ ok: false, error: { code: 'room-locked' } });
    expect(ana.in('preview').mayUnlock).toBe(true);
    must(await ana.client.unlock());
    must(await ana.join(access));
    must(await ben.join(access));
  });

  test('a guest may not, unless alone', async () => {
    const { ana, ben, cleo } = await three();
    const end = { type: 'end-room', reason: '', lock: false } as const;
    expect(await ben.client.command(end)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    for (const other of [ana, cleo]) must(await other.client.command({ type: 'leave' }));
    await ben.until('being alone', () => ben.sees.length === 1);
    must(await ben.client.command(end));
    expect(await ben.over()).toMatchObject({ reason: { code: 1008 }, mine: true });
  });
});

describe('1002: removing', () => {
  test.each([
    { bar: false, mayRejoin: true },
    { bar: true, mayRejoin: false },
  ])('the one removed reads by whom and why; barred $bar, may rejoin $mayRejoin', async ({ bar, mayRejoin }) => {
    const { access, ana, ben, cleo } = await three();
    const participant = ben.me;
    must(await ana.client.command({ type: 'remove', participant, reason: 'too loud', bar }));
    expect(await ben.over()).toMatchObject({
      reason: { code: 1002, type: 'REMOVE_PEER' },
      removal: { reason: 'too loud', roomWasEnded: false, peerWhoRemoved: { name: 'Ana' }, locked: bar },
      mine: false,
      mayRejoin,
    });
    expect(ben.told).toEqual(['removed-from-room', 'meeting-left 1002']);
    for (const other of [ana, cleo]) {
      await other.until('the removal', () => other.notices.length > 0);
      expect(other.told).toEqual(['Ben left 1002']);
    }
    recordExit(1002, bar ? 'removed, and barred' : 'removed', { leaver: ben, others: [ana, cleo] });
    const again = await ben.join(access);
    expect(again.ok ? 'let in' : again.error.code).toBe(mayRejoin ? 'let in' : 'barred');
  });

  test('a guest may not remove', async () => {
    const { ana, ben } = await three();
    expect(await ben.client.command({ type: 'remove', participant: ana.me, reason: '', bar: true })).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
  });
});

describe('1011: my other device', () => {
  test('takes over: the old one is told, everybody else keeps the same tile and is told of nothing', async () => {
    const { access, ana, ben, cleo } = await three();
    const { me } = ben;
    const tablet = party.person('Ben', { identity: ben.identity });
    must(await tablet.join(access));
    expect(tablet.me).toBe(me);
    expect(await ben.over()).toMatchObject({ reason: { code: 1011 }, removal: null, mine: false, mayRejoin: false });
    expect(ben.told).toEqual(['meeting-left 1011']);
    must(await tablet.client.command({ type: 'rename', name: 'Ben on the tablet' }));
    for (const other of [ana, cleo]) {
      await other.until('the new name', () => other.sees.includes('Ben on the tablet'));
      expect(other.sees).toHaveLength(3);
      expect(other.told).toEqual([]);
    }
    recordExit(1011, 'continued on another device', { leaver: ben, others: [ana, cleo, tablet] });
  });
});
