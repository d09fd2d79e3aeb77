import { describe, expect, test } from 'vitest';

import { ASK_AGAIN_MS, openAskOf } from '#meeting/room/asks.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import type { AskedMedia } from '#protocol/room.ts';
import type { CommandRequest } from '#protocol/wire/command.ts';
import { ana, ben, cleo, dan, eventOf, nobody, OFF, ON, outcome, type Stage, stage } from './stage.ts';

const BOTH: readonly AskedMedia[] = ['microphone', 'camera'];

/** Ana and Cleo are hosts; Ben and Dan are guests, with everything off. */
function quiet(): Stage {
  const made = stage(ana, ben, cleo, dan);
  made.order({ type: 'assign-role', principal: cleo, role: 'host' });
  return made;
}

const ask = (made: Stage, whom: PrincipalId = ben, media: readonly AskedMedia[] = ['microphone']): CommandRequest => ({
  type: 'ask-to-unmute',
  participant: made.who(whom).id,
  media: [...media],
});
const open = (made: Stage, whom: PrincipalId = ben) => openAskOf(made.open, made.who(whom).id);

describe('asking somebody to unmute', () => {
  test('switches nothing on: it only asks, by whom and for what', () => {
    const made = quiet();
    const decision = made.command(ana, ask(made, ben, ['camera', 'microphone']));
    const by = { participant: made.who(ana).id, name: 'Ana' };
    const asked = { participant: made.who(ben).id, media: BOTH, by, at: made.at };
    expect(eventOf(decision, 'unmute-asked')).toEqual({ type: 'unmute-asked', ...asked });
    expect(made.who(ben).media).toEqual(OFF);
    expect(open(made)).toEqual({ ...asked, open: true });
  });

  test('asks for what is off, and for nothing where all of it is on', () => {
    const made = quiet();
    made.command(ben, { type: 'set-media-state', media: { ...OFF, microphone: true } });
    expect(eventOf(made.command(ana, ask(made, ben, BOTH)), 'unmute-asked').media).toEqual(['camera']);
    made.command(dan, { type: 'set-media-state', media: ON });
    expect(outcome(made.command(ana, ask(made, dan, BOTH)))).toEqual([]);
  });

  test('is refused to who does not hold unmute, for oneself, for nobody, and from outside', () => {
    const made = quiet();
    const toNobody: CommandRequest = { type: 'ask-to-unmute', participant: nobody, media: ['camera'] };
    expect(outcome(made.command(dan, ask(made)))).toBe('forbidden');
    expect(outcome(made.command(dan, toNobody))).toBe('forbidden');
    expect(outcome(made.command(ana, ask(made, ana)))).toBe('forbidden');
    expect(outcome(made.command(ana, toNobody))).toBe('no-such-participant');
    const late = ask(made);
    made.command(ana, { type: 'leave' });
    expect(outcome(made.command(ana, late))).toBe('not-joined');
    made.order({ type: 'assign-role', principal: cleo, role: 'guest' });
    expect(outcome(made.command(cleo, late)), 'invariant 6').toBe('forbidden');
  });

  test('is refused for somebody whose role may not send it, and over when the role is taken from them', () => {
    const made = quiet();
    made.order({ type: 'assign-role', principal: dan, role: 'viewer' });
    expect(outcome(made.command(ana, ask(made, dan, BOTH)))).toBe('forbidden');
    made.command(ana, ask(made, ben, BOTH));
    made.order({ type: 'assign-role', principal: ben, role: 'viewer' });
    expect(open(made)).toBeNull();
    expect(outcome(made.command(ben, { type: 'set-media-state', media: ON }))).toBe('forbidden');
  });

  test('comes too late for who left', () => {
    const made = quiet();
    const late = ask(made);
    made.command(ben, { type: 'leave' });
    expect(outcome(made.command(ana, late))).toBe('no-such-participant');
  });
});

describe('nobody is nagged', () => {
  test('one ask at a time, whoever asks', () => {
    const made = quiet();
    made.command(ana, ask(made));
    expect(outcome(made.command(ana, ask(made, ben, ['camera'])))).toBe('already-asked');
    expect(outcome(made.command(cleo, ask(made)))).toBe('already-asked');
    expect(outcome(made.command(cleo, ask(made, dan))), 'somebody else may be asked').toEqual(['unmute-asked']);
  });

  test('an ask that nobody answered makes room for another after a minute', () => {
    const made = quiet();
    made.command(ana, ask(made));
    made.tick(ASK_AGAIN_MS - 1_001);
    expect(outcome(made.command(cleo, ask(made)))).toBe('already-asked');
    made.tick(0);
    expect(outcome(made.command(cleo, ask(made)))).toEqual(['unmute-asked']);
    expect(open(made)?.by.name).toBe('Cleo');
    expect(made.open.asks?.filter((one) => one.open)).toHaveLength(1);
  });

  test('whoever was told no waits a minute; somebody else may ask at once', () => {
    const made = quiet();
    made.command(ana, ask(made));
    const declined = made.command(ben, { type: 'decline-unmute' });
    expect(eventOf(declined, 'unmute-declined').participant).toBe(made.who(ben).id);
    expect(open(made)).toBeNull();
    expect(outcome(made.command(ana, ask(made)))).toBe('already-asked');
    expect(outcome(made.command(cleo, ask(made)))).toEqual(['unmute-asked']);
    made.command(ben, { type: 'decline-unmute' });
    made.tick(ASK_AGAIN_MS);
    expect(outcome(made.command(ana, ask(made)))).toEqual(['unmute-asked']);
  });

  test('whoever unmuted when asked is not asked again at once by the same person', () => {
    const made = quiet();
    made.command(ana, ask(made));
    made.command(ben, { type: 'set-media-state', media: ON });
    made.command(ben, { type: 'set-media-state', media: OFF });
    expect(outcome(made.command(ana, ask(made)))).toBe('already-asked');
  });

  test('a clock that jumped back lets nobody wait for ever', () => {
    const made = quiet();
    made.command(ana, ask(made));
    made.tick(-86_400_000);
    expect(outcome(made.command(ana, ask(made)))).toEqual(['unmute-asked']);
    expect(made.open.asks).toHaveLength(1);
  });

  test('the refusal says for how long', () => {
    const made = quiet();
    made.command(ana, ask(made));
    const refusal = made.command(ana, ask(made));
    expect(refusal).toMatchObject({ error: { detail: 'they were asked; ask again in 59 s' } });
  });
});

describe('an ask is over', () => {
  test('kind by kind, as what was asked for is on', () => {
    const made = quiet();
    made.command(ana, ask(made, ben, BOTH));
    made.command(ben, { type: 'set-media-state', media: { ...OFF, microphone: true } });
    expect(open(made)?.media).toEqual(['camera']);
    made.command(ben, { type: 'set-media-state', media: ON });
    expect(open(made)).toBeNull();
  });

  test('when another device comes with it on', () => {
    const made = quiet();
    made.command(ana, ask(made));
    made.join(ben, { media: OFF });
    expect(open(made)).not.toBeNull();
    made.join(ben, { media: ON });
    expect(open(made)).toBeNull();
  });

  test.each([
    ['asked', 'leave'],
    ['asked', 'remove'],
    ['asked', 'lost for good'],
    ['asker', 'leave'],
    ['asker', 'remove'],
    ['asker', 'lost for good'],
  ] as const)('when the %s goes (%s), and nothing of it is left', (side, how) => {
    const made = quiet();
    made.command(ana, ask(made));
    made.command(cleo, ask(made, dan));
    const [who, by] = side === 'asked' ? [ben, ana] : [ana, cleo];
    const { id } = made.who(who);
    if (how === 'leave') made.command(who, { type: 'leave' });
    if (how === 'remove') made.command(by, { type: 'remove', participant: id, reason: '', bar: false });
    if (how === 'lost for good') {
      made.order({ type: 'lose-connection', participant: id });
      made.tick(40_000);
      made.order({ type: 'expire-lost', graceMs: 30_000 });
    }
    expect(made.open.asks?.map(({ by: asker }) => asker.name)).toEqual(['Cleo']);
  });

  test('with the meeting', () => {
    const made = quiet();
    made.command(ana, ask(made));
    made.command(ana, { type: 'end-room', reason: '', lock: false });
    expect(made.open.asks).toEqual([]);
  });

  test('saying no where nobody asks is no event, and refused to who is not there', () => {
    const made = quiet();
    expect(outcome(made.command(ben, { type: 'decline-unmute' }))).toEqual([]);
    made.command(ben, { type: 'leave' });
    expect(outcome(made.command(ben, { type: 'decline-unmute' }))).toBe('not-joined');
  });

  test('a guest who says no closes their own ask and nobody else’s', () => {
    const made = quiet();
    made.command(ana, ask(made, ben));
    made.command(cleo, ask(made, dan));
    made.command(ben, { type: 'decline-unmute' });
    expect([open(made, ben), open(made, dan)?.by.name]).toEqual([null, 'Cleo']);
  });
});
