import { describe, expect, test } from 'vitest';

import { fold } from '#meeting/room/evolve.ts';
import { changesSight, eventSeen, isVeiled, roomSeen, sightOf } from '#meeting/room/sight.ts';
import { ana, ben, cleo, stage, type Stage } from './stage.ts';

function waitedFor(): Stage {
  const made = stage(ana, ben);
  made.command(ana, { type: 'set-lobby', on: true });
  made.join(cleo);
  return made;
}

describe('who waits', () => {
  test('is seen by those who let people in, and by nobody else', () => {
    const made = waitedFor();
    expect([sightOf(made.open, made.who(ana).id), sightOf(made.open, made.who(ben).id)]).toEqual(['all', 'nothing']);
    expect(roomSeen(made.open, 'all')).toBe(made.open);
    const seen = JSON.stringify(roomSeen(made.open, 'nothing'));
    expect(seen).not.toContain('Cleo');
    expect(seen).not.toContain(cleo);
  });

  test('leaves no number out: in place of what is not for them, others get an event that changes nothing', () => {
    const made = waitedFor();
    made.command(ana, { type: 'admit', principal: cleo });
    made.join(cleo);
    const told = made.log.map((event) => eventSeen(event, 'nothing'));
    expect(told.filter(({ type }) => type === 'unseen')).toHaveLength(2);
    const room = fold(null, told);
    expect(room?.rev).toBe(made.open.rev);
    expect(room?.participants).toEqual(made.open.participants);
    expect(JSON.stringify(told.filter(isVeiled))).toBe('[]');
  });

  test('and is barred is seen only by those who also remove people', () => {
    const made = waitedFor();
    made.command(ana, { type: 'remove', participant: made.who(ben).id, reason: '', bar: true });
    made.join(ben, { appeal: 'Sorry' });
    expect(Object.keys(roomSeen(made.open, 'knocks').waiting ?? {})).toEqual([cleo]);
    expect(roomSeen(made.open, 'knocks').appealed).toBeUndefined();
    const [appeal] = made.log.slice(-1).map((event) => eventSeen(event, 'knocks'));
    expect(appeal?.type).toBe('unseen');
  });

  test('comes into sight, or goes out of it, with a role', () => {
    const made = waitedFor();
    made.order({ type: 'assign-role', principal: ben, role: 'host' });
    const [event] = made.log.slice(-1);
    if (!event) throw new Error('nothing happened');
    expect([changesSight(event, ben), changesSight(event, ana)]).toEqual([true, false]);
    expect(sightOf(made.open, made.who(ben).id)).toBe('all');
  });
});
