// Roles over a real server: what both sides of a change are told, speakers and viewers, and the limit of speakers.
import { describe, expect, test } from 'vitest';

import { DEFAULT_ROLES } from '#meeting/permissions.ts';
import { mayIn } from '#meeting/room/selectors.ts';

import { must, type Person } from './harness/party.ts';
import { recordExit } from './harness/recordExit.ts';
import { integratedThree } from './harness/three.ts';

const change = (by: Person, whom: Person, role: string) =>
  by.client.command({ type: 'change-role', participant: whom.me, role });

const roleOf = (whom: Person, seenBy: Person) => seenBy.room.participants[whom.me]?.role;

const ON = { microphone: true, camera: true, screen: false };

describe('changing a role', () => {
  test('is told to everybody, with who did it, and counts at once', async () => {
    const { ana, ben, cleo } = await integratedThree();
    must(await change(ana, ben, 'co-host'));
    for (const person of [ana, ben, cleo]) {
      await person.until('the change', () => person.notices.length > 0);
      expect(person.notices).toMatchObject([
        { type: 'role-changed', name: 'Ben', role: 'co-host', mode: 'speaker', by: { name: 'Ana' } },
      ]);
      expect(roleOf(ben, person)).toBe('co-host');
    }
    must(await ben.client.command({ type: 'lock' }));
    const given = await change(ben, cleo, 'co-host');
    expect(given.ok ? 'ok' : given.error.code).toBe('forbidden');
  });

  test.each([
    ['last-host', 'Ana', 'guest'],
    ['unknown-role', 'Ben', 'boss'],
  ] as const)('is refused with %s', async (code, whom, role) => {
    const { ana, ben } = await integratedThree();
    const answer = await change(ana, whom === 'Ana' ? ana : ben, role);
    expect(answer.ok ? 'ok' : answer.error.code).toBe(code);
    expect(ana.notices).toEqual([]);
  });

  test('holds over a restart of the server', async () => {
    const { party, ana, ben } = await integratedThree({ storage: 'sqlite' });
    must(await change(ana, ben, 'co-host'));
    await party.server.restart();
    await ben.until('back', () => ben.client.session.phase === 'reconnecting');
    await ben.becomes('joined');
    expect(roleOf(ben, ben)).toBe('co-host');
    must(await ben.client.command({ type: 'lock' }));
  });
});

describe('1003: moving between speaker and viewer', () => {
  test('nobody is out: the others are told of a leave and the return, the one who moves of the new role', async () => {
    const { ana, ben, cleo } = await integratedThree();
    must(await ben.client.command({ type: 'set-media-state', media: ON }));
    const { me } = ben;
    must(await change(ana, ben, 'viewer'));
    await ben.until('the change', () => ben.notices.length > 0);
    expect(ben.notices).toMatchObject([{ type: 'role-changed', role: 'viewer', mode: 'viewer', by: { name: 'Ana' } }]);
    for (const other of [ana, cleo]) {
      await other.until('the change', () => other.notices.length > 1);
      expect(other.notices).toMatchObject([
        {
          type: 'participant-left',
          participantId: me,
          reason: { code: 1003, type: 'REMOVE_PEER_VIEWER_MODE_CHANGED', message: expect.any(String) },
        },
        { type: 'role-changed', participantId: me, role: 'viewer', mode: 'viewer' },
      ]);
      expect(other.room.participants[me]).toMatchObject({ name: 'Ben', media: { microphone: false, camera: false } });
    }
    recordExit(1003, 'made a viewer', { leaver: ben, others: [ana, cleo] });
    expect(ben.phases).not.toContain('over');
    expect(ben.me).toBe(me);
  });

  test('back to speaking: nothing is on by itself', async () => {
    const { ana, ben, cleo } = await integratedThree();
    must(await ben.client.command({ type: 'set-media-state', media: ON }));
    must(await change(ana, ben, 'viewer'));
    must(await change(ana, ben, 'guest'));
    await cleo.until('both', () => cleo.notices.length === 4);
    expect(cleo.told).toEqual(['Ben left 1003', 'role-changed', 'Ben left 1003', 'role-changed']);
    expect(cleo.room.participants[ben.me]?.media).toEqual({ microphone: false, camera: false, screen: false });
    must(await ben.client.command({ type: 'set-media-state', media: ON }));
  });

  test('a viewer who says to send is refused, and is not believed on coming in', async () => {
    const { access, ana, ben } = await integratedThree();
    must(await change(ana, ben, 'viewer'));
    const said = await ben.client.command({ type: 'set-media-state', media: ON });
    expect(said.ok ? 'ok' : said.error.code).toBe('forbidden');
    must(await ben.client.command({ type: 'leave' }));
    await ben.over();
    ben.client.open(access);
    must(await ben.client.join({ name: 'Ben', media: ON }));
    expect(ben.room.participants[ben.me]).toMatchObject({
      role: 'viewer',
      media: { microphone: false, camera: false },
    });
  });
});

describe('1004: the limit of speakers', () => {
  test('lowered through the API, puts out the newest who are no hosts, who come back as viewers', async () => {
    const { access, ana, ben, cleo, integrator } = await integratedThree();
    const { room } = access.target;
    expect((await integrator.post(`/rooms/${room}/speaker-limit`, { limit: 2 })).status).toBe(204);
    expect(await cleo.over()).toMatchObject({
      reason: { code: 1004, type: 'REMOVE_PEER_MEDIA_RELAY_STOP' },
      removal: null,
      mine: false,
      mayRejoin: true,
    });
    expect(cleo.told).toEqual(['meeting-left 1004']);
    for (const other of [ana, ben]) {
      await other.until('the exit', () => other.notices.length > 0);
      expect(other.told).toEqual(['Cleo left 1004']);
    }
    recordExit(1004, 'one speaker too many by a new limit', { leaver: cleo, others: [ana, ben] });
    must(await cleo.join(access));
    expect(roleOf(cleo, ana)).toBe('viewer');
    const raised = await change(ana, cleo, 'guest');
    expect(raised.ok ? 'ok' : raised.error.code).toBe('too-many-speakers');
    expect((await integrator.post(`/rooms/${room}/speaker-limit`, { limit: null })).status).toBe(204);
    must(await change(ana, cleo, 'guest'));
  });

  test('of the server: who would be one too many is told so before, and comes in as a viewer', async () => {
    const { party, access, ana } = await integratedThree({ speakers: 3 });
    const dan = party.person('Dan');
    dan.client.open(access);
    await dan.until('the standing', () => dan.in('preview').role !== null);
    expect(dan.in('preview')).toMatchObject({ role: 'viewer', speakersFull: true, refusal: null });
    must(await dan.join(access));
    expect(roleOf(dan, dan)).toBe('viewer');
    expect(mayIn(dan.room, dan.me, 'publishAudio')).toBe(false);
    await ana.until('Dan', () => ana.sees.includes('Dan'));
    expect(ana.notices).toEqual([]);
  });
});

describe('a server’s own roles', () => {
  const roles = {
    host: DEFAULT_ROLES['host'] ?? { permissions: [] },
    panelist: { permissions: ['publishAudio', 'chat'] },
    guest: { permissions: ['chat'] },
    viewer: { permissions: [] },
  } satisfies typeof DEFAULT_ROLES;

  test('are told in the room and before it, and hold from the first join', async () => {
    const { party, access, ana, ben } = await integratedThree({ roles });
    expect(ben.room.roleTable).toEqual(roles);
    const dan = party.person('Dan');
    dan.client.open(access);
    await dan.until('the standing', () => dan.in('preview').role !== null);
    expect(dan.in('preview')).toMatchObject({ role: 'guest', permissions: ['chat'] });
    must(await change(ana, ben, 'panelist'));
    must(await ben.client.command({ type: 'set-media-state', media: { ...ON, camera: false } }));
    const shown = await ben.client.command({ type: 'set-media-state', media: ON });
    expect(shown.ok ? 'ok' : shown.error.code).toBe('forbidden');
  });
});

describe('a host who drops', () => {
  test('is host again by a fresh join after the grace time, also past the own lock of those who stayed', async () => {
    const { ana, ben } = await integratedThree({ limits: { graceMs: 300 } });
    ana.network.down();
    await ben.until('the loss', () => ben.told.includes('Ana left 1001'));
    ana.network.up();
    await ana.until('a fresh join', () => ana.client.session.phase === 'joined');
    expect(roleOf(ana, ana)).toBe('host');
    must(await ana.client.command({ type: 'lock' }));
  });

  test('is host again after handing over offline: so is whom they handed over to', async () => {
    const { access, ana, ben, cleo } = await integratedThree();
    const participant = ben.me;
    ana.network.down();
    await ana.becomes('reconnecting');
    void ana.client.command({ type: 'leave', handOverTo: participant });
    await ana.over();
    ana.network.up();
    await cleo.until('the new host', () => roleOf(ben, cleo) === 'host');
    must(await ana.join(access));
    expect([roleOf(ana, ana), ana.room.participants[participant]?.role]).toEqual(['host', 'host']);
  });
});
