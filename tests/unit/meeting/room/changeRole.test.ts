import { describe, expect, test } from 'vitest';

import { DEFAULT_ROLES } from '#meeting/permissions.ts';
import { decide } from '#meeting/room/decide.ts';
import { roleChangeRefusal } from '#meeting/room/roleChange.ts';
import { mayIn, roleOf } from '#meeting/room/selectors.ts';
import type { CommandId, PrincipalId } from '#protocol/ids.ts';
import type { RoleTable } from '#protocol/roles.ts';

import { ana, ben, cleo, eventOf, nobody, ON, outcome, stage, type Stage } from './stage.ts';

const change = (made: Stage, by: PrincipalId, whom: PrincipalId, role: string) =>
  made.command(by, { type: 'change-role', participant: made.who(whom).id, role });

/** Deputies may change roles, but hold less than hosts; helpers hold as much as deputies, and more than guests. */
const TABLE: RoleTable = {
  ...DEFAULT_ROLES,
  deputy: { permissions: ['changeRole', 'removeOthers', 'chat', 'publishAudio', 'publishVideo', 'shareScreen'] },
};

function withDeputy(): Stage {
  const made = stage(ana, ben, cleo);
  made.order({ type: 'define-roles', roleTable: TABLE, speakers: null });
  change(made, ana, ben, 'deputy');
  return made;
}

describe('changing a role', () => {
  test('counts at once for whom it is about, and names who did it', () => {
    const made = stage(ana, ben);
    const event = eventOf(change(made, ana, ben, 'co-host'), 'role-changed');
    expect(event).toEqual({
      type: 'role-changed',
      principal: ben,
      role: 'co-host',
      by: { participant: made.who(ana).id, name: 'Ana' },
      at: made.at,
    });
    expect(made.who(ben).role).toBe('co-host');
    expect(outcome(made.command(ben, { type: 'lock' }))).toEqual(['room-locked']);
    change(made, ana, ben, 'guest');
    expect(outcome(made.command(ben, { type: 'unlock' }))).toBe('forbidden');
  });

  test('stays with the person: who goes and comes again is what they were', () => {
    const made = stage(ana, ben);
    change(made, ana, ben, 'co-host');
    made.command(ben, { type: 'leave' });
    made.join(ben);
    expect(made.who(ben).role).toBe('co-host');
  });

  test('to what somebody is already comes to nothing', () => {
    expect(outcome(change(stage(ana, ben), ana, ben, 'guest'))).toEqual([]);
  });

  test('makes as many hosts as a host likes, each of whom may do the same', () => {
    const made = stage(ana, ben, cleo);
    expect(outcome(change(made, ana, ben, 'host'))).toEqual(['role-changed']);
    expect(outcome(change(made, ben, cleo, 'host'))).toEqual(['role-changed']);
    expect(outcome(change(made, cleo, ana, 'viewer'))).toEqual(['role-changed']);
    expect(roleOf(made.open, ana)).toBe('viewer');
  });

  test('needs presence, a participant that is there, and a role that there is', () => {
    const made = stage(ana, ben);
    const participant = made.who(ben).id;
    expect(outcome(made.command(cleo, { type: 'change-role', participant, role: 'host' }))).toBe('not-joined');
    expect(outcome(made.command(ana, { type: 'change-role', participant: nobody, role: 'host' }))).toBe(
      'no-such-participant',
    );
    for (const role of ['boss', 'constructor', 'tostring'])
      expect(outcome(change(made, ana, ben, role))).toBe('unknown-role');
  });

  test.each(['co-host', 'guest', 'viewer'])('is not for a %s, about others (invariant 6)', (role) => {
    const made = stage(ana, ben, cleo);
    change(made, ana, ben, role);
    expect(outcome(change(made, ben, cleo, 'guest'))).toBe('forbidden');
    expect(outcome(change(made, ben, ana, 'guest'))).toBe('forbidden');
  });
});

describe('nobody gives or takes what they do not hold', () => {
  test('a role that may change roles gives no more than it holds', () => {
    const made = withDeputy();
    expect(outcome(change(made, ben, cleo, 'host'))).toBe('forbidden');
    expect(outcome(change(made, ben, cleo, 'co-host'))).toBe('forbidden');
    expect(outcome(change(made, ben, cleo, 'deputy'))).toEqual(['role-changed']);
  });

  test('and takes no more than it holds: a host or co-host is not its to make less of', () => {
    const made = withDeputy();
    expect(outcome(change(made, ben, ana, 'guest'))).toBe('forbidden');
    change(made, ana, cleo, 'co-host');
    expect(outcome(change(made, ben, cleo, 'guest'))).toBe('forbidden');
  });

  test('hosts alone say who is host, also where another role holds just as much', () => {
    const made = stage(ana, ben, cleo);
    const twin = DEFAULT_ROLES['host'] ?? { permissions: [] };
    made.order({ type: 'define-roles', roleTable: { ...DEFAULT_ROLES, twin }, speakers: null });
    change(made, ana, ben, 'twin');
    expect(outcome(change(made, ben, cleo, 'host'))).toBe('forbidden');
    expect(outcome(change(made, ben, ana, 'twin'))).toBe('forbidden');
    expect(outcome(change(made, ben, ben, 'host'))).toBe('forbidden');
  });
});

describe('stepping down', () => {
  test('needs no permission, and stepping up is none', () => {
    const made = stage(ana, ben);
    change(made, ana, ben, 'co-host');
    expect(outcome(change(made, ben, ben, 'host'))).toBe('forbidden');
    expect(outcome(change(made, ben, ben, 'guest'))).toEqual(['role-changed']);
    expect(outcome(change(made, ben, ben, 'co-host'))).toBe('forbidden');
    expect(outcome(change(made, ben, ben, 'viewer'))).toEqual(['role-changed']);
    expect(outcome(change(made, ben, ben, 'guest'))).toBe('forbidden');
  });

  test('is refused to the last host while others are present, and open to them with another host or alone', () => {
    const made = stage(ana, ben);
    expect(outcome(change(made, ana, ana, 'guest'))).toBe('last-host');
    change(made, ana, ben, 'host');
    expect(outcome(change(made, ana, ana, 'guest'))).toEqual(['role-changed']);
    expect(outcome(change(made, ben, ben, 'co-host'))).toBe('last-host');
    made.command(ana, { type: 'leave' });
    expect(outcome(change(made, ben, ben, 'guest'))).toEqual(['role-changed']);
  });
});

test('who may not send something is not asked to', () => {
  const made = stage(ana, ben);
  change(made, ana, ben, 'viewer');
  const ask = (media: ('microphone' | 'camera')[]) =>
    outcome(made.command(ana, { type: 'ask-to-unmute', participant: made.who(ben).id, media }));
  expect(ask(['microphone', 'camera'])).toBe('forbidden');
  change(made, ana, ben, 'guest');
  expect(ask(['microphone'])).toEqual(['unmute-asked']);
});

describe('moving between speaker and viewer', () => {
  test('is 1003, and no exit: participant, place and connection stay', () => {
    const made = stage(ana, ben);
    const before = made.who(ben);
    const event = eventOf(change(made, ana, ben, 'viewer'), 'role-changed');
    expect(event.reason).toMatchObject({ code: 1003, type: 'REMOVE_PEER_VIEWER_MODE_CHANGED' });
    expect(made.who(ben)).toEqual({ ...before, role: 'viewer' });
    expect(eventOf(change(made, ana, ben, 'guest'), 'role-changed').reason?.code).toBe(1003);
    expect(eventOf(change(made, ana, ben, 'co-host'), 'role-changed').reason).toBeUndefined();
  });

  test('turns off what may not be sent any more, and nothing on again afterwards', () => {
    const made = stage(ana, ben);
    made.command(ben, { type: 'set-media-state', media: { ...ON, screen: true } });
    change(made, ana, ben, 'viewer');
    expect(made.who(ben).media).toEqual({ microphone: false, camera: false, screen: false });
    change(made, ana, ben, 'guest');
    expect(made.who(ben).media).toEqual({ microphone: false, camera: false, screen: false });
  });

  test('a viewer can not say to send, and comes in and takes over without', () => {
    const made = stage(ana, ben);
    change(made, ana, ben, 'viewer');
    expect(outcome(made.command(ben, { type: 'set-media-state', media: ON }))).toBe('forbidden');
    made.join(ben, { media: ON });
    expect(made.who(ben).media.microphone).toBe(false);
    made.command(ben, { type: 'leave' });
    made.join(ben, { media: ON });
    expect(made.who(ben)).toMatchObject({ role: 'viewer', media: { microphone: false, camera: false } });
  });

  test('by handing over on leaving is 1003 too: the heir was a viewer', () => {
    const made = stage(ana, ben);
    change(made, ana, ben, 'viewer');
    const left = made.command(ana, { type: 'leave', handOverTo: made.who(ben).id });
    expect(eventOf(left, 'role-changed').reason?.code).toBe(1003);
    expect(mayIn(made.open, made.who(ben).id, 'publishAudio')).toBe(true);
  });
});

test('what is offered before it is asked is what is let through: the rule is one', () => {
  const made = withDeputy();
  const people = [ana, ben, cleo];
  const all = people.flatMap((by) => people.flatMap((whom) => Object.keys(TABLE).map((role) => ({ by, whom, role }))));
  const answers = all.map(({ by, whom, role }) => {
    const refusal = roleChangeRefusal(made.open, made.who(by), made.who(whom), role)?.code ?? null;
    const command = { type: 'change-role', id: 'c' as CommandId, participant: made.who(whom).id, role } as const;
    const decided = decide(made.open, { by: { kind: 'principal', principal: by }, at: made.at, command });
    return [refusal, decided.ok ? null : decided.error.code];
  });
  expect(answers.map(([offered]) => offered)).toEqual(answers.map(([, decided]) => decided));
  expect(new Set(answers.map(([offered]) => offered))).toEqual(new Set([null, 'forbidden', 'last-host']));
});
