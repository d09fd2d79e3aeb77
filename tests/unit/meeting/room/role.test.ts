import { expect, test } from 'vitest';

import { roleOf } from '#meeting/room/selectors.ts';

import { ana, ben, cleo, eventOf, outcome, stage } from './stage.ts';

test('a role that the API gives counts from now, for who is present and for who is not yet', () => {
  const made = stage(ana, ben);
  const event = eventOf(made.order({ type: 'assign-role', principal: ben, role: 'host' }), 'role-changed');
  expect(event).toMatchObject({ principal: ben, role: 'host', by: null });
  expect(made.who(ben).role).toBe('host');
  expect(outcome(made.command(ben, { type: 'lock' }))).toEqual(['room-locked']);
  made.order({ type: 'unlock-by-api' });
  made.order({ type: 'assign-role', principal: cleo, role: 'host' });
  made.join(cleo);
  expect(made.who(cleo).role).toBe('host');
});

test('a host whom the API makes a guest has lost all rights at once (invariant 6)', () => {
  const made = stage(ana, ben);
  made.order({ type: 'assign-role', principal: ana, role: 'guest' });
  expect(roleOf(made.open, ana)).toBe('guest');
  expect(outcome(made.command(ana, { type: 'lock' }))).toBe('forbidden');
});

test('the role that somebody has already comes to nothing, and who is barred gets none', () => {
  const made = stage(ana, ben);
  expect(outcome(made.order({ type: 'assign-role', principal: ben, role: 'guest' }))).toEqual([]);
  made.command(ana, { type: 'remove', participant: made.who(ben).id, reason: '', bar: true });
  expect(outcome(made.order({ type: 'assign-role', principal: ben, role: 'host' }))).toBe('barred');
});
