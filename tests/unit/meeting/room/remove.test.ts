import { describe, expect, test } from 'vitest';

import type { ParticipantId } from '#protocol/ids.ts';
import { ana, ben, cleo, eventOf, nobody, outcome, stage } from './stage.ts';

const INHERITED = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf'].map(
  (id) => id as ParticipantId,
);

describe('removing', () => {
  test('takes out the one, with 1002, by whom and why; they may come back', () => {
    const made = stage(ana, ben);
    const [remover, removed] = [made.who(ana), made.who(ben)];
    const decision = made.command(ana, { type: 'remove', participant: removed.id, reason: 'Wrong room', bar: false });
    const left = eventOf(decision, 'participant-left');
    expect(left).toMatchObject({ participant: removed.id, by: { participant: remover.id, name: 'Ana' }, barred: null });
    expect(left).toMatchObject({ note: 'Wrong room', reason: { code: 1002, type: 'REMOVE_PEER' } });
    expect(outcome(made.join(ben))).toEqual(['participant-joined']);
  });

  test('with a bar is one event, so that neither part can be lost (invariant 5)', () => {
    const made = stage(ana, ben);
    const { id } = made.who(ben);
    const decision = made.command(ana, { type: 'remove', participant: id, reason: '', bar: true });
    expect(outcome(decision)).toEqual(['participant-left']);
    expect(made.open.barred).toEqual({
      [ben]: { name: 'Ben', by: { participant: made.who(ana).id, name: 'Ana' }, at: made.at },
    });
    expect(outcome(made.join(ben))).toBe('barred');
    expect(outcome(made.order({ type: 'resume', participant: id, principal: ben }))).toBe('not-joined');
  });

  test('with a bar takes the role, so that a barred host can lift no lock from outside', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'leave', handOverTo: made.who(ben).id });
    made.join(ana);
    made.command(ben, { type: 'remove', participant: made.who(ana).id, reason: '', bar: true });
    made.command(ben, { type: 'lock' });
    expect(made.open.roles).toEqual({ [ben]: 'host' });
    expect(outcome(made.command(ana, { type: 'unlock' }))).toBe('forbidden');
  });

  test('without a bar leaves the role', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'leave', handOverTo: made.who(ben).id });
    made.join(ana);
    made.command(ben, { type: 'remove', participant: made.who(ana).id, reason: '', bar: false });
    made.join(ana);
    expect(made.who(ana).role).toBe('host');
  });

  test('reaches somebody whose connection is lost, who then can’t resume', () => {
    const made = stage(ana, ben);
    const { id } = made.who(ben);
    made.order({ type: 'lose-connection', participant: id });
    made.command(ana, { type: 'remove', participant: id, reason: '', bar: false });
    expect(outcome(made.order({ type: 'resume', participant: id, principal: ben }))).toBe('not-joined');
  });

  test('oneself is refused: that is leaving', () => {
    const made = stage(ana, ben);
    expect(outcome(made.command(ana, { type: 'remove', participant: made.who(ana).id, reason: '', bar: false }))).toBe(
      'forbidden',
    );
  });

  test('is refused to a guest, also where nobody is of that id', () => {
    const made = stage(ana, ben, cleo);
    for (const participant of [made.who(cleo).id, nobody]) {
      expect(outcome(made.command(ben, { type: 'remove', participant, reason: '', bar: true }))).toBe('forbidden');
    }
  });

  test('twice is refused the second time', () => {
    const made = stage(ana, ben);
    const remove = { type: 'remove', participant: made.who(ben).id, reason: '', bar: false } as const;
    made.command(ana, remove);
    expect(outcome(made.command(ana, remove))).toBe('no-such-participant');
  });

  test.each(INHERITED)('nobody is %s, whatever objects inherit', (participant) => {
    const made = stage(ana, ben);
    const outcomes = [
      made.command(ana, { type: 'remove', participant, reason: '', bar: true }),
      made.command(ana, { type: 'leave', handOverTo: participant }),
      made.order({ type: 'remove-by-api', participant, note: '', bar: true }),
      made.order({ type: 'lose-connection', participant }),
    ].map(outcome);
    expect(outcomes).toEqual(['no-such-participant', 'no-such-participant', 'no-such-participant', 'not-joined']);
  });
});

describe('removing through the API', () => {
  test.each([false, true])('takes out the one with 1010, by nobody; bar: %s', (bar) => {
    const made = stage(ana, ben);
    const decision = made.order({ type: 'remove-by-api', participant: made.who(ben).id, note: 'Abuse', bar });
    expect(eventOf(decision, 'participant-left')).toMatchObject({
      by: null,
      note: 'Abuse',
      reason: { code: 1010, type: 'REMOVE_PEER_API' },
      barred: bar ? { name: 'Ben', by: null, at: made.at } : null,
    });
    expect(outcome(made.join(ben))).toEqual(bar ? 'barred' : ['participant-joined']);
  });

  test('is refused where nobody is of that id', () => {
    const decision = stage(ana).order({ type: 'remove-by-api', participant: nobody, note: '', bar: false });
    expect(outcome(decision)).toBe('no-such-participant');
  });
});
