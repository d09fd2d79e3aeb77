import { describe, expect, test } from 'vitest';

import { fold } from '#meeting/room/evolve.ts';
import { spotlit } from '#meeting/room/spotlight.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import { ana, ben, cleo, eventOf, nobody, outcome, stage, type Stage } from './stage.ts';

const light = (made: Stage, who: PrincipalId, whom: PrincipalId | null) =>
  made.command(who, { type: 'spotlight', participant: whom && made.who(whom).id });

/** Ana is host, and shows Ben large to everybody. */
function lit(): Stage {
  const made = stage(ana, ben, cleo);
  light(made, ana, ben);
  return made;
}

describe('the spotlight', () => {
  test('is on nobody at first, and then on whom the host says, by whom and since when', () => {
    const made = stage(ana, ben);
    expect(spotlit(made.open)).toBeNull();
    const event = eventOf(light(made, ana, ben), 'spotlight-set');
    expect(event).toEqual({
      type: 'spotlight-set',
      participant: made.who(ben).id,
      by: { participant: made.who(ana).id, name: 'Ana' },
      at: made.at,
    });
    expect(made.open.spotlight).toEqual({ participant: event.participant, by: event.by, at: event.at });
  });

  test('is on one at a time, and on oneself where one likes', () => {
    const made = lit();
    light(made, ana, cleo);
    expect(spotlit(made.open)).toBe(made.who(cleo).id);
    light(made, ana, ana);
    expect(spotlit(made.open)).toBe(made.who(ana).id);
    expect(outcome(light(made, ana, ana))).toEqual([]);
  });

  test('goes out when it is taken back, which costs nothing where it is out', () => {
    const made = lit();
    expect(outcome(light(made, ana, null))).toEqual(['spotlight-set']);
    expect(spotlit(made.open)).toBeNull();
    expect(outcome(light(made, ana, null))).toEqual([]);
  });

  test('is for those who hold the right: co-hosts too, guests not', () => {
    const made = lit();
    expect(outcome(light(made, ben, cleo))).toBe('forbidden');
    expect(outcome(light(made, ben, null))).toBe('forbidden');
    made.command(ana, { type: 'change-role', participant: made.who(ben).id, role: 'co-host' });
    expect(outcome(light(made, ben, cleo))).toEqual(['spotlight-set']);
  });

  test('falls on nobody who is not there', () => {
    const made = lit();
    expect(outcome(made.command(ana, { type: 'spotlight', participant: nobody }))).toBe('no-such-participant');
    made.command(ana, { type: 'leave', handOverTo: made.who(ben).id });
    expect(outcome(light(made, ana, null))).toBe('not-joined');
  });

  test('stays on through a lost connection, and goes out when they go, and when the meeting is ended', () => {
    const made = lit();
    made.order({ type: 'lose-connection', participant: made.who(ben).id });
    expect(spotlit(made.open)).toBe(made.who(ben).id);
    made.command(ana, { type: 'remove', participant: made.who(ben).id, reason: '', bar: false });
    expect(spotlit(made.open)).toBeNull();
    light(made, ana, cleo);
    made.command(ana, { type: 'end-room', reason: '', lock: false });
    expect(spotlit(made.open)).toBeNull();
  });

  test('is on nobody in a room that was written down before there was one', () => {
    const made = stage(ana, ben);
    const { spotlight: _none, ...older } = made.open;
    expect(spotlit(older)).toBeNull();
    const later = fold(older, [eventOf(light(made, ana, ben), 'spotlight-set')]);
    expect(spotlit(later)).toBe(made.who(ben).id);
  });
});
