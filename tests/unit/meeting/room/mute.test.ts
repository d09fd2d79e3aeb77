import { describe, expect, test } from 'vitest';

import type { ParticipantId } from '#protocol/ids.ts';
import type { MediaKind } from '#protocol/room.ts';
import type { CommandRequest } from '#protocol/wire/command.ts';
import { ana, ben, cleo, dan, eventOf, nobody, OFF, ON, outcome, type Stage, stage } from './stage.ts';

const ALL: readonly MediaKind[] = ['microphone', 'camera', 'screen'];
const EVERYTHING = { microphone: true, camera: true, screen: true };

/** Ana is host; all have on what they can: one shares at a time. */
function loud(): Stage {
  const made = stage(ana, ben, cleo);
  for (const who of [ana, ben, cleo]) {
    made.command(who, { type: 'set-media-state', media: who === ben ? EVERYTHING : ON });
  }
  return made;
}

const mute = (participant: 'all' | ParticipantId, media: readonly MediaKind[]): CommandRequest => ({
  type: 'mute',
  participant,
  media: [...media],
});
const muteOne = (made: Stage, whom = ben, media = ALL): CommandRequest => mute(made.who(whom).id, media);

describe('muting one', () => {
  test.each(ALL)('switches their %s off, by whom, and nothing else', (kind) => {
    const made = loud();
    const decision = made.command(ana, muteOne(made, ben, [kind]));
    const by = { participant: made.who(ana).id, name: 'Ana' };
    const stopped = eventOf(decision, 'media-stopped');
    expect(stopped).toEqual({
      type: 'media-stopped',
      participant: made.who(ben).id,
      media: [kind],
      by,
      at: made.at,
    });
    expect(made.who(ben)).toMatchObject({ media: { ...EVERYTHING, [kind]: false } });
    expect(made.who(ben).stopped).toEqual({ [kind]: { by, at: made.at } });
    expect([made.who(ana).media, made.who(cleo).media]).toEqual([ON, ON]);
  });

  test('names what it stopped, not what was off already', () => {
    const made = loud();
    made.command(ben, { type: 'set-media-state', media: { ...EVERYTHING, camera: false } });
    const decision = made.command(ana, muteOne(made, ben, ['screen', 'camera', 'microphone']));
    expect(eventOf(decision, 'media-stopped').media).toEqual(['microphone', 'screen']);
  });

  test('is no event where all of it is off', () => {
    const made = loud();
    made.command(ana, muteOne(made));
    expect(outcome(made.command(ana, muteOne(made)))).toEqual([]);
  });

  test('reaches a host too, by name, and somebody whose connection is lost', () => {
    const made = loud();
    made.order({ type: 'assign-role', principal: ben, role: 'host' });
    made.order({ type: 'lose-connection', participant: made.who(cleo).id });
    expect(outcome(made.command(ben, muteOne(made, ana)))).toEqual(['media-stopped']);
    expect(outcome(made.command(ana, muteOne(made, cleo)))).toEqual(['media-stopped']);
    expect(made.who(cleo)).toMatchObject({ media: OFF, connection: 'lost' });
  });

  test('is refused to who does not hold mute, also where nobody is of that id', () => {
    const made = loud();
    const commands = [muteOne(made, cleo), muteOne(made, ana), mute('all', ALL), mute(nobody, ALL)];
    expect(commands.map((command) => outcome(made.command(ben, command)))).toEqual(Array(4).fill('forbidden'));
  });

  test('is refused for oneself, for nobody, and from outside', () => {
    const made = loud();
    expect(outcome(made.command(ana, muteOne(made, ana)))).toBe('forbidden');
    expect(outcome(made.command(ana, mute(nobody, ALL)))).toBe('no-such-participant');
    expect(outcome(made.command(dan, muteOne(made, ben)))).toBe('not-joined');
  });

  test('comes too late for who left, and for a muter who is a host no more (invariant 6)', () => {
    const made = loud();
    const late = muteOne(made, ben);
    made.command(ben, { type: 'leave' });
    expect(outcome(made.command(ana, late))).toBe('no-such-participant');
    made.order({ type: 'assign-role', principal: ana, role: 'guest' });
    expect(outcome(made.command(ana, muteOne(made, cleo)))).toBe('forbidden');
    made.command(ana, { type: 'leave' });
    expect(outcome(made.command(ana, mute('all', ALL)))).toBe('not-joined');
  });
});

describe('muting all', () => {
  test('spares whoever holds mute, and is one event for each of the others', () => {
    const made = loud();
    made.join(dan, { media: EVERYTHING });
    made.order({ type: 'assign-role', principal: cleo, role: 'host' });
    const decision = made.command(ana, mute('all', ['microphone']));
    expect(outcome(decision)).toEqual(['media-stopped', 'media-stopped']);
    expect([ana, ben, cleo, dan].map((who) => made.who(who).media.microphone)).toEqual([true, false, true, false]);
    expect([ben, dan].every((who) => made.who(who).media.camera)).toBe(true);
  });

  test('is no event in a room that is quiet, or empty but for me', () => {
    expect(outcome(stage(ana, ben).command(ana, mute('all', ALL)))).toEqual([]);
    expect(outcome(stage(ana).command(ana, mute('all', ALL)))).toEqual([]);
  });
});

describe('what was stopped', () => {
  test('is on again when its owner says so, kind by kind', () => {
    const made = loud();
    made.command(ana, muteOne(made, ben));
    made.command(ben, { type: 'set-media-state', media: { ...OFF, camera: true } });
    expect(Object.keys(made.who(ben).stopped ?? {})).toEqual(['microphone', 'screen']);
    made.command(ben, { type: 'set-media-state', media: EVERYTHING });
    expect(made.who(ben)).not.toHaveProperty('stopped');
  });

  test('stays stopped while its owner only says again that it is off', () => {
    const made = loud();
    made.command(ana, muteOne(made, ben, ['microphone']));
    made.command(ben, { type: 'set-media-state', media: { ...OFF, screen: true } });
    expect(made.who(ben).stopped).toHaveProperty('microphone');
  });

  test('reads the same in whichever order it was stopped', () => {
    const made = loud();
    made.command(ana, muteOne(made, ben, ['screen']));
    made.command(ana, muteOne(made, ben, ['microphone']));
    expect(Object.keys(made.who(ben).stopped ?? {})).toEqual(['microphone', 'screen']);
  });

  test('was the device’s that another one takes over from', () => {
    const made = loud();
    made.command(ana, muteOne(made, ben));
    made.join(ben, { media: { ...OFF, microphone: true } });
    expect(made.who(ben)).not.toHaveProperty('stopped');
    expect(made.who(ben).media).toEqual({ ...OFF, microphone: true });
  });
});
