import { describe, expect, test } from 'vitest';

import { mayAppeal } from '#meeting/room/lobby.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import { barred, lobby } from './lobbyStage.ts';
import { ana, ben, cleo, dan, nobody, outcome, stage } from './stage.ts';

const eve = 'principal-eve' as PrincipalId;

describe('sending back to the lobby', () => {
  test('ends the stay as a removal does, marked, and not for good', () => {
    const made = lobby(ben);
    const { id } = made.who(ben);
    const sent = made.command(ana, { type: 'send-to-lobby', participant: id, reason: 'A moment' });
    expect(sent).toMatchObject({
      events: [
        {
          type: 'participant-left',
          reason: { code: 1002 },
          by: { name: 'Ana' },
          note: 'A moment',
          toLobby: true,
          barred: null,
        },
      ],
    });
    expect(outcome(made.join(ben))).toEqual(['knocked']);
  });

  test('is refused where there is no lobby, and for whom it would not stop', () => {
    const made = stage(ana, ben);
    const send = (participant = made.who(ben).id) =>
      outcome(made.command(ana, { type: 'send-to-lobby', participant, reason: '' }));
    expect(send()).toBe('lobby-off');
    made.command(ana, { type: 'set-lobby', on: true });
    expect(send(nobody)).toBe('no-such-participant');
    expect(send(made.who(ana).id)).toBe('forbidden');
    made.order({ type: 'assign-role', principal: ben, role: 'host' });
    expect(send()).toBe('forbidden');
  });
});

describe('an appeal', () => {
  test('is made once for each bar, whether or not the lobby is on', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'remove', participant: made.who(ben).id, reason: '', bar: true });
    expect(outcome(made.join(ben))).toBe('barred');
    expect(mayAppeal(made.open, ben)).toBe(true);
    expect(outcome(made.join(ben, { appeal: 'Sorry' }))).toEqual(['knocked']);
    expect(outcome(made.join(ben, { appeal: 'Sorry!' })), 'they wait already').toEqual([]);
    made.command(ana, { type: 'refuse-entry', principal: ben, reason: 'No', bar: false });
    expect(mayAppeal(made.open, ben)).toBe(false);
    expect(outcome(made.join(ben, { appeal: 'Please' }))).toBe('barred');
  });

  test('that is granted lifts the bar', () => {
    const made = barred(lobby(), ben);
    made.join(ben, { appeal: 'Sorry' });
    expect(outcome(made.command(ana, { type: 'admit', principal: ben }))).toEqual([
      'knock-answered',
      'principal-unbarred',
    ]);
    expect(made.open.barred).toEqual({});
    expect(outcome(made.join(ben))).toEqual(['participant-joined']);
    made.command(ana, { type: 'remove', participant: made.who(ben).id, reason: '', bar: true });
    expect(mayAppeal(made.open, ben), 'another bar, another appeal').toBe(true);
  });

  test('is used up when it is taken back, but not when the connection was lost or the room locked', () => {
    const made = barred(lobby(), ben);
    const appeal = () => outcome(made.join(ben, { appeal: 'Sorry' }));
    appeal();
    made.order({ type: 'withdraw-knock', principal: ben, cause: 'lost' });
    expect(appeal()).toEqual(['knocked']);
    made.command(ana, { type: 'lock' });
    expect(appeal()).toBe('room-locked');
    made.command(ana, { type: 'unlock' });
    expect(appeal()).toEqual(['knocked']);
    made.order({ type: 'withdraw-knock', principal: ben, cause: 'cancelled' });
    expect(appeal()).toBe('barred');
  });

  test('takes a place among those who wait', () => {
    const made = barred(lobby(), ben);
    made.join(cleo, { places: 1 });
    expect(outcome(made.join(ben, { appeal: 'Sorry', places: 1 }))).toBe('lobby-full');
  });
});

describe('the right to let in', () => {
  const orders = {
    'set-lobby': { type: 'set-lobby', on: false },
    admit: { type: 'admit', principal: eve },
    'admit all': { type: 'admit', principal: 'all' },
    'refuse-entry': { type: 'refuse-entry', principal: eve, reason: '', bar: false },
  } as const;

  test.each(Object.entries(orders))('is needed to %s, at the decision', (_name, order) => {
    const made = lobby(ben);
    made.join(eve);
    expect(outcome(made.command(ben, order))).toBe('forbidden');
    expect(outcome(made.command(dan, order))).toBe('not-joined');
    made.order({ type: 'assign-role', principal: ben, role: 'host' });
    expect(outcome(made.command(ben, order))).toHaveLength(1);
  });

  test('gives no answer to who does not wait', () => {
    const made = lobby();
    expect(outcome(made.command(ana, orders.admit))).toBe('not-waiting');
    expect(outcome(made.command(ana, orders['refuse-entry']))).toBe('not-waiting');
  });

  test('is the API’s as well, in every phase of the room', () => {
    const made = stage();
    expect(outcome(made.order({ type: 'set-lobby-by-api', on: true }))).toEqual(['lobby-set']);
    made.join(ben);
    made.join(cleo);
    expect(outcome(made.order({ type: 'admit-by-api', principal: ben }))).toEqual(['knock-answered']);
    const refuse = { type: 'refuse-entry-by-api', principal: cleo, note: 'No', bar: false } as const;
    expect(outcome(made.order(refuse))).toEqual(['knock-answered']);
    expect(outcome(made.order(refuse))).toBe('not-waiting');
    expect(outcome(made.join(ben))).toEqual(['room-opened', 'participant-joined']);
  });
});
