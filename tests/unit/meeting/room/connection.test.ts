import { describe, expect, test } from 'vitest';

import { ana, ben, cleo, nobody, outcome, stage } from './stage.ts';

const GRACE = 30_000;

describe('a lost connection', () => {
  test('marks the participant, who stays with everything they had', () => {
    const made = stage(ana, ben);
    const before = made.who(ben);
    expect(outcome(made.order({ type: 'lose-connection', participant: before.id }))).toEqual(['connection-lost']);
    expect(made.who(ben)).toEqual({ ...before, connection: 'lost', lostAt: made.at });
  });

  test('lost again changes nothing: the grace time runs from the first loss', () => {
    const made = stage(ana);
    made.order({ type: 'lose-connection', participant: made.who(ana).id });
    const { lostAt } = made.who(ana);
    expect(outcome(made.order({ type: 'lose-connection', participant: made.who(ana).id }))).toEqual([]);
    expect(made.who(ana).lostAt).toBe(lostAt);
  });

  test('of somebody not present is refused', () => {
    expect(outcome(stage(ana).order({ type: 'lose-connection', participant: nobody }))).toBe('not-joined');
  });
});

describe('resuming', () => {
  test('makes the connection live, through a lock too', () => {
    const made = stage(ana, ben);
    const before = made.who(ben);
    made.order({ type: 'lose-connection', participant: before.id });
    made.command(ana, { type: 'lock' });
    const resumed = made.order({ type: 'resume', participant: before.id, principal: ben });
    expect(outcome(resumed)).toEqual(['connection-resumed']);
    expect(made.who(ben)).toEqual(before);
  });

  test('a live connection changes nothing', () => {
    const made = stage(ana);
    expect(outcome(made.order({ type: 'resume', participant: made.who(ana).id, principal: ana }))).toEqual([]);
  });

  test('is refused to who is not present, and to who is somebody else', () => {
    const made = stage(ana, ben);
    expect(outcome(made.order({ type: 'resume', participant: nobody, principal: ana }))).toBe('not-joined');
    expect(outcome(made.order({ type: 'resume', participant: made.who(ana).id, principal: ben }))).toBe('not-joined');
  });

  test('is refused once the room ended (invariant 3)', () => {
    const made = stage(ana, ben);
    const { id } = made.who(ben);
    made.command(ana, { type: 'end-room', reason: '', lock: false });
    made.join(ana);
    expect(outcome(made.order({ type: 'resume', participant: id, principal: ben }))).toBe('not-joined');
  });
});

describe('the grace time', () => {
  test('puts out with 1001 those who were lost for that long, and no others', () => {
    const made = stage(ana, ben, cleo);
    const [second, third] = [made.who(ben), made.who(cleo)];
    made.order({ type: 'lose-connection', participant: third.id });
    made.tick(GRACE - 3_000);
    made.order({ type: 'lose-connection', participant: second.id });
    expect(outcome(made.order({ type: 'expire-lost', graceMs: GRACE }))).toEqual([]);
    const decision = made.order({ type: 'expire-lost', graceMs: GRACE });
    expect(decision).toMatchObject({
      events: [{ type: 'participant-left', participant: third.id, reason: { code: 1001 }, by: null, barred: null }],
    });
    expect(made.who(ben).connection).toBe('lost');
  });

  test('puts out all of them in one decision, in the order in which they came', () => {
    const made = stage(ana, ben, cleo);
    const [first, third] = [made.who(ana), made.who(cleo)];
    for (const { id } of [third, first]) made.order({ type: 'lose-connection', participant: id });
    made.tick(GRACE);
    const decision = made.order({ type: 'expire-lost', graceMs: GRACE });
    expect(decision).toMatchObject({ events: [{ participant: first.id }, { participant: third.id }] });
    expect(outcome(made.order({ type: 'expire-lost', graceMs: GRACE }))).toEqual([]);
  });

  test('spares those whose grace time began later than their loss, as the server says', () => {
    const made = stage(ana, ben);
    const [first, second] = [made.who(ana).id, made.who(ben).id];
    for (const participant of [first, second]) made.order({ type: 'lose-connection', participant });
    made.tick(GRACE);
    const decision = made.order({ type: 'expire-lost', graceMs: GRACE, spare: [second] });
    expect(decision).toMatchObject({ events: [{ participant: first }] });
    expect(made.who(ben).connection).toBe('lost');
  });

  test('expires nobody early when the clock jumps back', () => {
    const made = stage(ana);
    made.order({ type: 'lose-connection', participant: made.who(ana).id });
    made.tick(-600_000);
    expect(outcome(made.order({ type: 'expire-lost', graceMs: GRACE }))).toEqual([]);
  });

  test('does not run for who resumed', () => {
    const made = stage(ana);
    made.order({ type: 'lose-connection', participant: made.who(ana).id });
    made.order({ type: 'resume', participant: made.who(ana).id, principal: ana });
    made.tick(GRACE * 2);
    expect(outcome(made.order({ type: 'expire-lost', graceMs: GRACE }))).toEqual([]);
  });
});
