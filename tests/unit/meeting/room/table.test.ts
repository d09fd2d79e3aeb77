import { describe, expect, test } from 'vitest';

import { DEFAULT_ROLES } from '#meeting/permissions.ts';
import { fold } from '#meeting/room/evolve.ts';
import { mayAs, mayIn, roleOf, tableOf } from '#meeting/room/selectors.ts';
import { isSpeakersFull, isViewerForNow, speakers } from '#meeting/room/speakers.ts';
import { standingIn } from '#meeting/room/standing.ts';
import type { RoleTable } from '#protocol/roles.ts';

import { ana, ben, cleo, dan, eventOf, ON, outcome, stage, type Stage } from './stage.ts';

/** Guests watch, panelists speak. */
const PANEL: RoleTable = {
  host: DEFAULT_ROLES['host'] ?? { permissions: [] },
  panelist: { permissions: ['publishAudio', 'chat'] },
  guest: { permissions: ['chat'] },
  viewer: { permissions: [] },
};

const define = (made: Stage, roleTable: RoleTable, speakers: number | null = null) =>
  made.order({ type: 'define-roles', roleTable, speakers });

const limit = (made: Stage, most: number | null) => made.order({ type: 'set-speaker-limit', limit: most });

describe('the roles of a room', () => {
  test('are the default ones in every room that was never told of others, as in logs from before', () => {
    const made = stage(ana, ben);
    expect(made.open.roleTable).toBeUndefined();
    expect(tableOf(made.open)).toBe(DEFAULT_ROLES);
    expect(outcome(define(made, DEFAULT_ROLES))).toEqual([]);
  });

  test('are those of the server as soon as it says so, and it says so once', () => {
    const made = stage(ana, ben);
    expect(outcome(define(made, PANEL))).toEqual(['roles-defined', 'role-changed']);
    expect(tableOf(made.open)).toEqual(PANEL);
    expect(mayIn(made.open, made.who(ben).id, 'publishAudio')).toBe(false);
    expect(outcome(define(made, PANEL))).toEqual([]);
    expect(fold(null, made.log)).toEqual(made.open);
  });

  test('whom they make a viewer moves (1003), and what was on is off', () => {
    const made = stage(ana);
    made.join(ben, { media: ON });
    const event = eventOf(define(made, PANEL), 'role-changed');
    expect(event).toMatchObject({ principal: ben, role: 'guest', by: null, reason: { code: 1003 } });
    expect(made.who(ben).media).toEqual({ microphone: false, camera: false, screen: false });
  });

  test('who has a role that is no more is a guest, and what they were again when it is back', () => {
    const made = stage(ana, ben, cleo);
    made.command(ana, { type: 'change-role', participant: made.who(ben).id, role: 'co-host' });
    made.command(ana, { type: 'change-role', participant: made.who(cleo).id, role: 'co-host' });
    made.command(cleo, { type: 'leave' });
    define(made, PANEL);
    expect([made.who(ben).role, roleOf(made.open, cleo)]).toEqual(['guest', 'guest']);
    expect(mayAs(made.open, cleo, 'lock')).toBe(false);
    define(made, DEFAULT_ROLES);
    expect(roleOf(made.open, cleo)).toBe('co-host');
    expect(mayAs(made.open, cleo, 'lock')).toBe(true);
  });

  test('are told to whoever looks from outside where they are the server’s own', () => {
    const made = stage(ana);
    expect(standingIn(made.open, ben, 9)).toEqual({ role: 'guest', refusal: null, mayUnlock: false });
    define(made, PANEL);
    expect(standingIn(made.open, ben, 9)).toMatchObject({ role: 'guest', permissions: ['chat'] });
  });
});

describe('most who may speak', () => {
  test('who would be one too many comes in as a viewer, for this stay only, and is told so before', () => {
    const made = stage(ana, ben);
    define(made, DEFAULT_ROLES, 2);
    expect(standingIn(made.open, cleo, 9)).toMatchObject({ role: 'viewer', speakersFull: true });
    made.join(cleo, { media: ON });
    expect(made.who(cleo)).toMatchObject({ role: 'viewer', media: { microphone: false, camera: false } });
    expect(isViewerForNow(made.open, made.who(cleo))).toBe(true);
    expect(roleOf(made.open, cleo)).toBe('guest');
    made.command(cleo, { type: 'leave' });
    made.command(ben, { type: 'leave' });
    made.join(cleo);
    expect(made.who(cleo).role).toBe('guest');
  });

  test('a host comes in all the same, and a viewer by role is not counted', () => {
    const made = stage(ben, cleo);
    define(made, DEFAULT_ROLES, 2);
    made.join(ana);
    expect(made.who(ana).role).toBe('host');
    made.command(ana, { type: 'change-role', participant: made.who(ben).id, role: 'viewer' });
    expect(speakers(made.open).map(({ name }) => name)).toEqual(['Cleo', 'Ana']);
    expect(isViewerForNow(made.open, made.who(ben))).toBe(false);
  });

  test('nobody is let speak where it is full, by hand or through the API, but made host', () => {
    const made = stage(ana, ben);
    define(made, DEFAULT_ROLES, 2);
    made.join(cleo);
    const participant = made.who(cleo).id;
    for (const role of ['guest', 'co-host']) {
      expect(outcome(made.command(ana, { type: 'change-role', participant, role }))).toBe('too-many-speakers');
      expect(outcome(made.order({ type: 'assign-role', principal: cleo, role }))).toBe('too-many-speakers');
    }
    expect(outcome(made.command(ana, { type: 'change-role', participant, role: 'host' }))).toEqual(['role-changed']);
  });

  test('a seat that is free can be given to who came in as a viewer', () => {
    const made = stage(ana, ben);
    define(made, DEFAULT_ROLES, 2);
    made.join(cleo);
    made.command(ben, { type: 'leave' });
    const participant = made.who(cleo).id;
    const event = eventOf(made.command(ana, { type: 'change-role', participant, role: 'guest' }), 'role-changed');
    expect(event).toMatchObject({ role: 'guest', reason: { code: 1003 } });
    expect(isSpeakersFull(made.open)).toBe(true);
  });

  test('a limit that sinks puts out the newest who are no hosts, with 1004, and nobody else', () => {
    const made = stage(ana, ben, cleo, dan);
    made.command(ana, { type: 'change-role', participant: made.who(dan).id, role: 'host' });
    const [second, third] = [made.who(ben).id, made.who(cleo).id];
    const lowered = limit(made, 3);
    expect(outcome(lowered)).toEqual(['speaker-limit-set', 'participant-left']);
    expect(eventOf(lowered, 'participant-left')).toMatchObject({
      participant: third,
      reason: { code: 1004, type: 'REMOVE_PEER_MEDIA_RELAY_STOP' },
      by: null,
      barred: null,
    });
    expect(eventOf(limit(made, 1), 'participant-left').participant).toBe(second);
    expect(speakers(made.open).map(({ name }) => name)).toEqual(['Ana', 'Dan']);
    made.join(cleo);
    expect(made.who(cleo).role).toBe('viewer');
  });

  test('of the room goes before the server’s, until it is taken back', () => {
    const made = stage(ana, ben);
    define(made, DEFAULT_ROLES, 2);
    limit(made, 4);
    expect(isSpeakersFull(made.open)).toBe(false);
    expect(outcome(limit(made, 4))).toEqual([]);
    expect(outcome(limit(made, null))).toEqual(['speaker-limit-set']);
    expect(isSpeakersFull(made.open)).toBe(true);
  });

  test('needs a role for those who watch', () => {
    const made = stage(ana, ben);
    const { host, guest } = DEFAULT_ROLES;
    if (!host || !guest) throw new Error('no such roles');
    define(made, { host, guest });
    expect(outcome(limit(made, 1))).toBe('unknown-role');
    expect(outcome(limit(made, null))).toEqual([]);
    define(made, { host, guest, viewer: guest });
    expect(outcome(limit(made, 1))).toBe('unknown-role');
  });

  test('is lowered by the server’s configuration as well', () => {
    const made = stage(ana, ben, cleo);
    const ids = [made.who(ben).id, made.who(cleo).id];
    const defined = define(made, DEFAULT_ROLES, 1);
    expect(outcome(defined)).toEqual(['roles-defined', 'participant-left', 'participant-left']);
    const out = made.log.flatMap((event) => (event.type === 'participant-left' ? [event.participant] : []));
    expect(out).toEqual(ids);
  });
});
