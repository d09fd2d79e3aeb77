import { beforeEach, describe, expect, test } from 'vitest';

import { offersRejoin } from '#meeting/session/exit.ts';
import type { ErrorCode } from '#protocol/errors.ts';

import { meetingLeft, removed, TOKEN_ANSWER } from './scripted/frames.ts';
import { ACCESS, Player, type ScriptedPost } from './scripted/world.ts';

let player: Player;

beforeEach(async () => {
  player = new Player();
  // Waits are as long as they are said to be.
  player.world.chance = 0.5;
  await player.join();
  player.world.givesTokens = false;
});

const posts = (): number => player.world.posts.length;

function newest(): ScriptedPost {
  const post = player.world.posts.at(-1);
  if (post === undefined) throw new Error('nothing was asked');
  return post;
}

/** Removed, and everything released. */
function out(more = {}): void {
  player.world.socket.receive(removed(more), meetingLeft('REMOVE_PEER'));
  player.client.released();
}

/** So much later the room is asked once more. */
async function asked(ms: number): Promise<void> {
  const before = posts();
  player.world.clock.advance(ms);
  await player.world.until(() => posts() > before);
}

async function notAsked(ms: number): Promise<void> {
  const before = posts();
  player.world.clock.advance(ms);
  await player.world.settle();
  expect(posts()).toBe(before);
}

async function answered(body: object, status = 200): Promise<void> {
  newest().answer({ status, body });
  await player.world.settle();
}

const over = () => player.in('over');

describe('after a stay', () => {
  test('the room is asked what it would say, and the session has it', async () => {
    out();
    expect(over().wayBack).toBeUndefined();
    await asked(0);
    expect(newest().url).toContain('/v1/rooms/abc-defg-hij/join-tokens');
    await answered({ ...TOKEN_ANSWER, role: 'host', refusal: 'room-locked', mayUnlock: true });
    expect(over().wayBack).toEqual({ role: 'host', refusal: { code: 'room-locked' }, mayUnlock: true });
    expect(offersRejoin(over())).toBe(false);
  });

  test('it is asked again, seldomer each time up to five minutes, and the newest answer counts', async () => {
    out();
    await asked(0);
    await answered({ ...TOKEN_ANSWER, refusal: 'room-locked' });
    for (const ms of [5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000]) {
      await notAsked(ms - 1);
      await asked(1);
      await answered({ ...TOKEN_ANSWER, refusal: ms === 300_000 ? null : 'room-full' });
    }
    expect(offersRejoin(over())).toBe(true);
  });

  test('whoever looks has it asked at once, but not more often than every two seconds', async () => {
    out();
    await asked(0);
    await answered(TOKEN_ANSWER);
    player.client.askWayBack();
    player.client.askWayBack();
    await notAsked(1_999);
    await asked(1);
    player.client.askWayBack();
    await answered({ ...TOKEN_ANSWER, refusal: 'room-locked' });
    expect(offersRejoin(over())).toBe(false);
    await asked(5_000);
  });

  test.each<[number, ErrorCode]>([
    [403, 'barred'],
    [403, 'bad-invite'],
    [404, 'room-not-found'],
  ])('an answer that is for good (%i %s) is told, and not asked for again', async (status, code) => {
    out();
    await asked(0);
    await answered({ code, message: 'no' }, status);
    expect(over().wayBack?.refusal?.code).toBe(code);
    await notAsked(3_600_000);
  });

  test('a server that can not be reached is said, and asked on', async () => {
    out();
    await asked(0);
    newest().fail();
    await player.world.settle();
    expect(over().wayBack?.refusal?.code).toBe('connection-failed');
    await asked(5_000);
    await answered(TOKEN_ANSWER);
    expect(offersRejoin(over())).toBe(true);
  });

  test('a server that has too much to do is left alone for as long as it says, and what it said before holds', async () => {
    out();
    await asked(0);
    await answered(TOKEN_ANSWER);
    await asked(5_000);
    await answered({ code: 'rate-limited', message: 'no', retryAfterMs: 60_000 }, 429);
    expect(over().wayBack?.refusal).toBeNull();
    player.client.askWayBack();
    await notAsked(59_999);
    await asked(1);
  });

  test.each([
    ['is dismissed', () => player.client.dismiss()],
    ['another meeting is opened', () => void player.client.open(ACCESS)],
    ['I rejoin', () => void player.client.join({ name: 'Ana', media: TOKEN_MEDIA })],
    ['the app goes', () => void player.client.dispose(0)],
  ])('nothing is asked any more when it %s', async (_what, act) => {
    out();
    await asked(0);
    await answered(TOKEN_ANSWER);
    act();
    player.world.clock.advance(0);
    await player.world.settle();
    player.client.askWayBack();
    expect(player.world.clock.waiting).toBeLessThanOrEqual(1);
    await notAsked(600_000);
  });

  test('an answer that comes too late is dropped', async () => {
    out();
    await asked(0);
    player.client.dismiss();
    await answered(TOKEN_ANSWER);
    expect(player.phase).toBe('idle');
  });

  test('nothing is asked where there is no way back, whatever the room would say', async () => {
    out({ locked: true });
    player.client.askWayBack();
    await notAsked(600_000);
    expect(player.world.clock.waiting).toBe(0);
  });

  test('nothing is asked before everything is released', async () => {
    player.world.socket.receive(removed(), meetingLeft('REMOVE_PEER'));
    await notAsked(60_000);
    expect(over().wayBack).toBeUndefined();
  });
});

const TOKEN_MEDIA = { microphone: false, camera: false, screen: false };
