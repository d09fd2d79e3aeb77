import { describe, expect, test } from 'vitest';

import { fold } from '#meeting/room/evolve.ts';
import { recorders } from '#meeting/room/recording.ts';
import { standingIn } from '#meeting/room/standing.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import { ana, ben, cleo, dan, eventOf, OFF, outcome, stage, type Stage } from './stage.ts';

const record = (made: Stage, who: PrincipalId, on = true) => made.command(who, { type: 'set-recording', on });
const names = (made: Stage): readonly string[] => recorders(made.open).map(({ name }) => name);

/** Ana is host, and records. */
function recorded(): Stage {
  const made = stage(ana, ben, cleo);
  record(made, ana);
  return made;
}

describe('a recording', () => {
  test('is known to everybody from when it began, until its owner stops it', () => {
    const made = stage(ana, ben);
    expect(names(made)).toEqual([]);
    const event = eventOf(record(made, ana), 'recording-set');
    expect(event).toEqual({ type: 'recording-set', participant: made.who(ana).id, on: true, at: made.at });
    expect(made.who(ana).recordingSince).toBe(event.at);
    expect(outcome(record(made, ana, false))).toEqual(['recording-set']);
    expect(names(made)).toEqual([]);
  });

  test('costs nothing to ask for where it is so already', () => {
    const made = recorded();
    expect(outcome(record(made, ana))).toEqual([]);
    expect(outcome(record(made, ben, false))).toEqual([]);
  });

  test('is for those who hold the right: co-hosts too, guests not', () => {
    const made = recorded();
    expect(outcome(record(made, ben))).toBe('forbidden');
    made.command(ana, { type: 'change-role', participant: made.who(ben).id, role: 'co-host' });
    expect(outcome(record(made, ben))).toEqual(['recording-set']);
    expect(names(made)).toEqual(['Ana', 'Ben']);
  });

  test('is over with the right to it', () => {
    const made = recorded();
    made.command(ana, { type: 'change-role', participant: made.who(ben).id, role: 'co-host' });
    record(made, ben);
    made.command(ana, { type: 'change-role', participant: made.who(ben).id, role: 'guest' });
    expect(names(made)).toEqual(['Ana']);
    expect(outcome(record(made, ben, false))).toEqual([]);
  });

  test('is over when its owner goes, and nobody who is not there begins one', () => {
    const made = recorded();
    made.command(ana, { type: 'leave', handOverTo: made.who(ben).id });
    expect(names(made)).toEqual([]);
    expect(outcome(record(made, ana))).toBe('not-joined');
  });

  test('goes on through a lost connection, and not on another device', () => {
    const made = recorded();
    made.order({ type: 'lose-connection', participant: made.who(ana).id });
    expect(names(made)).toEqual(['Ana']);
    made.join(ana, { name: 'Ana', media: OFF });
    expect(names(made)).toEqual([]);
  });

  test('is told to whoever looks at the room from outside', () => {
    const made = stage(ana, ben);
    expect(standingIn(made.open, dan, 10)).not.toHaveProperty('recorded');
    record(made, ana);
    expect(standingIn(made.open, dan, 10)).toMatchObject({ recorded: true });
  });

  test('is nobody’s in a room that was written down before there was one', () => {
    const made = stage(ana, ben);
    const older = made.open;
    expect(recorders(older)).toEqual([]);
    expect(recorders(fold(older, [eventOf(record(made, ana), 'recording-set')]))).toHaveLength(1);
  });
});
