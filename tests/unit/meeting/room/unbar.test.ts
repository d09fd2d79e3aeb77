import { describe, expect, test } from 'vitest';

import type { PrincipalId } from '#protocol/ids.ts';
import { ana, ben, cleo, dan, eventOf, outcome, type Stage, stage } from './stage.ts';

const INHERITED = ['__proto__', 'constructor', 'toString'].map((id) => id as PrincipalId);

/** Ben was a host, and Ana barred him. */
function barred(): Stage {
  const made = stage(ana, ben, cleo);
  made.order({ type: 'assign-role', principal: ben, role: 'host' });
  made.command(ana, { type: 'remove', participant: made.who(ben).id, reason: '', bar: true });
  return made;
}

describe('letting somebody back in', () => {
  test('is by whom, and their next join is let in, as a guest', () => {
    const made = barred();
    const decision = made.command(ana, { type: 'unbar', principal: ben });
    const by = { participant: made.who(ana).id, name: 'Ana' };
    expect(eventOf(decision, 'principal-unbarred')).toEqual({
      type: 'principal-unbarred',
      principal: ben,
      by,
      at: made.at,
    });
    expect(made.open.barred).toEqual({});
    expect(outcome(made.join(ben))).toEqual(['participant-joined']);
    expect(made.who(ben).role).toBe('guest');
  });

  test('is up to whoever holds removeOthers now, not only to who barred (invariant 6)', () => {
    const made = barred();
    expect(outcome(made.command(cleo, { type: 'unbar', principal: ben }))).toBe('forbidden');
    made.command(ana, { type: 'leave', handOverTo: made.who(cleo).id });
    expect(outcome(made.command(ana, { type: 'unbar', principal: ben }))).toBe('not-joined');
    expect(outcome(made.command(cleo, { type: 'unbar', principal: ben }))).toEqual(['principal-unbarred']);
  });

  test('is nothing that the barred can do themselves', () => {
    const made = barred();
    expect(outcome(made.command(ben, { type: 'unbar', principal: ben }))).toBe('not-joined');
  });

  test('twice, or of somebody who is not barred, is refused', () => {
    const made = barred();
    made.command(ana, { type: 'unbar', principal: ben });
    for (const principal of [ben, cleo, dan, ...INHERITED]) {
      expect(outcome(made.command(ana, { type: 'unbar', principal }))).toBe('not-barred');
    }
  });

  test('through the API needs nobody there, also after an end', () => {
    const made = barred();
    made.command(ana, { type: 'end-room', reason: '', lock: true });
    expect(eventOf(made.order({ type: 'unbar-by-api', principal: ben }), 'principal-unbarred').by).toBeNull();
    expect(outcome(made.order({ type: 'unbar-by-api', principal: ben }))).toBe('not-barred');
    expect(outcome(made.join(ben)), 'the lock still holds').toBe('room-locked');
  });

  test('leaves a bar that came after it alone', () => {
    const made = barred();
    made.command(ana, { type: 'unbar', principal: ben });
    made.join(ben);
    made.command(ana, { type: 'remove', participant: made.who(ben).id, reason: '', bar: true });
    expect(outcome(made.join(ben))).toBe('barred');
  });
});
