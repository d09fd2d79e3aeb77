import { describe, expect, test } from 'vitest';

import { fold } from '#meeting/room/evolve.ts';
import type { Decision } from '#meeting/room/order.ts';
import { openShareAsk, SHARE_ASK_MS, SHARE_PLACE_MS, sharerIn } from '#meeting/room/sharing.ts';
import type { PrincipalId } from '#protocol/ids.ts';

import { ana, ben, cleo, dan, eventOf, OFF, outcome, type Stage, stage } from './stage.ts';

const share = (made: Stage, who: PrincipalId, screen = true): Decision =>
  made.command(who, { type: 'set-media-state', media: { ...made.who(who).media, screen } });
const ask = (made: Stage, who: PrincipalId): Decision => made.command(who, { type: 'ask-to-share' });
const answer = (made: Stage, who: PrincipalId, accept: boolean): Decision =>
  made.command(who, { type: 'answer-share', accept });
const sharer = (made: Stage): PrincipalId | undefined => sharerIn(made.open)?.principal;

const mute = (made: Stage) => made.command(cleo, { type: 'mute', participant: made.who(ana).id, media: ['screen'] });
const toViewer = (made: Stage) =>
  made.command(cleo, { type: 'change-role', participant: made.who(ana).id, role: 'viewer' });
const viewer = (made: Stage) =>
  made.command(ana, { type: 'change-role', participant: made.who(ben).id, role: 'viewer' });

/** Ana shares, Ben and Cleo are there. */
function shared(): Stage {
  const made = stage(ana, ben, cleo);
  share(made, ana);
  return made;
}

/** And Ben has asked her. */
function asked(): Stage {
  const made = shared();
  ask(made, ben);
  return made;
}

describe('one shares at a time', () => {
  test('whoever begins while another shares is refused, and may change everything else', () => {
    const made = shared();
    expect(sharer(made)).toBe(ana);
    expect(outcome(share(made, ben))).toBe('already-shared');
    const media = { microphone: true, camera: true, screen: false };
    expect(outcome(made.command(ben, { type: 'set-media-state', media }))).toEqual(['media-state-changed']);
    expect(outcome(made.command(ana, { type: 'set-media-state', media: { ...media, screen: true } }))).toEqual([
      'media-state-changed',
    ]);
    share(made, ana, false);
    expect(outcome(share(made, ben))).toEqual(['media-state-changed']);
    expect(sharer(made)).toBe(ben);
  });

  test('nobody waits for who shared and lost the connection: their share is over by it', () => {
    const made = shared();
    made.order({ type: 'lose-connection', participant: made.who(ana).id });
    expect(outcome(ask(made, ben))).toBe('not-shared');
    const decision = share(made, ben);
    expect(outcome(decision)).toEqual(['media-state-changed', 'media-state-changed']);
    expect([made.who(ana).media.screen, sharer(made)]).toEqual([false, ben]);
    made.order({ type: 'resume', participant: made.who(ana).id, principal: ana });
    expect(outcome(share(made, ana))).toBe('already-shared');
  });

  test('whoever comes in, or goes on with another device, shares nothing while another does', () => {
    const made = shared();
    made.join(dan, { media: { ...OFF, screen: true } });
    made.join(ben, { media: { ...OFF, screen: true } });
    expect([made.who(dan).media.screen, made.who(ben).media.screen, sharer(made)]).toEqual([false, false, ana]);
    made.join(ana, { media: { ...OFF, screen: true } });
    expect(sharer(made)).toBe(ana);
  });
});

describe('whoever would like to share', () => {
  test('asks who shares, and is asked for by name', () => {
    const made = shared();
    const event = eventOf(ask(made, ben), 'share-asked');
    const by = { participant: made.who(ben).id, name: 'Ben' };
    expect(event).toEqual({ type: 'share-asked', participant: made.who(ana).id, by, at: made.at });
    expect(made.open.shareAsk).toEqual({ participant: made.who(ana).id, by, at: made.at, answered: null });
    expect(sharer(made)).toBe(ana);
  });

  test('has nobody to ask where nobody shares, or they do themselves, and may not without the right', () => {
    const made = stage(ana, ben);
    expect(outcome(ask(made, ben))).toBe('not-shared');
    expect(outcome(ask(made, dan))).toBe('not-joined');
    share(made, ana);
    expect(outcome(ask(made, ana))).toBe('already-shared');
    made.command(ana, { type: 'change-role', participant: made.who(ben).id, role: 'viewer' });
    expect(outcome(ask(made, ben))).toBe('forbidden');
  });

  test('with a yes the share ends at once, and the place is theirs for a while', () => {
    const made = asked();
    expect(outcome(answer(made, ana, true))).toEqual(['share-answered']);
    expect(sharer(made)).toBeUndefined();
    expect(outcome(share(made, cleo))).toBe('already-shared');
    expect(outcome(share(made, ana))).toBe('already-shared');
    expect(outcome(share(made, ben))).toEqual(['media-state-changed']);
    expect([sharer(made), made.open.shareAsk]).toEqual([ben, null]);
  });

  test('who does not come loses the place that was kept', () => {
    const made = asked();
    answer(made, ana, true);
    made.tick(SHARE_PLACE_MS);
    expect(outcome(share(made, cleo))).toEqual(['media-state-changed']);
  });

  test('with a no everything stays, and they may not ask again at once, while others may', () => {
    const made = asked();
    expect(outcome(answer(made, ana, false))).toEqual(['share-answered']);
    expect(sharer(made)).toBe(ana);
    expect(outcome(ask(made, ben))).toBe('already-asked');
    expect(outcome(share(made, ben))).toBe('already-shared');
    expect(outcome(ask(made, cleo))).toEqual(['share-asked']);
    answer(made, ana, false);
    made.tick(SHARE_ASK_MS);
    expect(outcome(ask(made, ben))).toEqual(['share-asked']);
  });

  test('an ask that nobody answers stands in everybody’s way for half a minute, and no longer', () => {
    const made = asked();
    expect(outcome(ask(made, cleo))).toBe('already-asked');
    made.tick(SHARE_ASK_MS);
    expect(outcome(ask(made, cleo))).toEqual(['share-asked']);
    expect(openShareAsk(made.open)?.by.participant).toBe(made.who(cleo).id);
  });

  test('may think better of it', () => {
    const made = asked();
    expect(outcome(made.command(cleo, { type: 'withdraw-share-ask' }))).toEqual([]);
    expect(outcome(made.command(ben, { type: 'withdraw-share-ask' }))).toEqual(['share-ask-withdrawn']);
    expect(made.open.shareAsk).toBeNull();
    expect(outcome(answer(made, ana, true))).toEqual([]);
    expect(sharer(made)).toBe(ana);
  });

  test('nobody but who was asked answers', () => {
    const made = asked();
    expect(outcome(answer(made, cleo, true))).toEqual([]);
    expect(outcome(answer(made, ben, true))).toEqual([]);
    expect(outcome(answer(made, dan, true))).toBe('not-joined');
    expect(sharer(made)).toBe(ana);
  });
});

describe('that whoever was asked shares no more is a yes', () => {
  test.each([
    ['by themselves', (made: Stage) => share(made, ana, false)],
    ['by somebody who may mute', (made: Stage) => mute(made)],
    ['by leaving', (made: Stage) => made.command(ana, { type: 'leave' })],
    ['by a role that may not share', (made: Stage) => toViewer(made)],
  ])('%s', (_, stop) => {
    const made = asked();
    made.order({ type: 'assign-role', principal: cleo, role: 'host' });
    stop(made);
    expect(made.open.shareAsk?.answered).toEqual({ accepted: true, at: made.at });
    expect(outcome(share(made, cleo))).toBe('already-shared');
    expect(outcome(share(made, ben))).toEqual(['media-state-changed']);
  });
});

describe('an ask is over', () => {
  test.each([
    ['when its asker leaves', (made: Stage) => made.command(ben, { type: 'leave' })],
    ['when its asker may not share any more', (made: Stage) => viewer(made)],
    ['when the meeting ends', (made: Stage) => made.command(ana, { type: 'end-room', reason: '', lock: false })],
  ])('%s', (_, end) => {
    const made = asked();
    end(made);
    expect(made.open.shareAsk).toBeNull();
  });
});

test('a log from before anybody could ask folds as it did, two who shared among it', () => {
  const made = stage(ana, ben);
  const media = { ...OFF, screen: true };
  const { shareAsk: _shareAsk, ...old } = made.open;
  const both = [ana, ben].map((who) => made.who(who).id);
  const room = fold(
    old,
    both.map((participant) => ({ type: 'media-state-changed' as const, participant, media, at: 1 })),
  );
  expect(Object.values(room?.participants ?? {}).map((one) => one.media.screen)).toEqual([true, true]);
  expect(room?.shareAsk).toBeUndefined();
});
