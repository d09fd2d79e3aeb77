import { describe, expect, test } from 'vitest';

import { HOST, Stage, type Visitor } from './actorKit.ts';

const SOON = { type: 'schedule-end', id: 'soon', reason: 'Time is up', lock: false, inMs: 10_000 };

const endingOf = (stage: Stage) => stage.actor.room?.ending ?? null;
const lastOf = (visitor: Visitor) => visitor.sent.slice(-2).map(({ type }) => type);

/** Ana, host, and Ben, with an end that comes in ten seconds. */
async function counting(command: Record<string, unknown> = SOON) {
  const stage = await Stage.set();
  const [ana, ben] = [await stage.join(HOST), await stage.join('ben-principal')];
  await stage.command(ana, command);
  return { stage, ana, ben };
}

describe('a scheduled end', () => {
  test('comes to the millisecond, and only the others are removed by it', async () => {
    const { stage, ana, ben } = await counting();
    await stage.pass(9_999);
    expect(stage.present).toEqual({ [HOST]: 'live', 'ben-principal': 'live' });
    await stage.pass(1);
    expect(endingOf(stage)).toMatchObject({ cause: 'participant', by: { name: HOST }, note: 'Time is up' });
    expect([ana.closed, ben.closed]).toEqual(['ended', 'ended']);
    expect(lastOf(ben)).toEqual(['removed-from-room', 'meeting-left']);
    expect(ana.sent.map(({ type }) => type)).not.toContain('removed-from-room');
    expect(ana.sent.at(-1)).toMatchObject({ type: 'meeting-left', reason: { code: 1008 } });
  });

  test('is told to everybody, the one who set it included, with the server’s time', async () => {
    const { stage, ana, ben } = await counting();
    const end = { note: 'Time is up', endsAt: stage.clock.now() + 10_000 };
    for (const { sent } of [ana, ben]) {
      expect(sent.at(-1)).toMatchObject({ type: 'events', events: [{ type: 'end-scheduled', end }] });
    }
    expect(ana.sent).toContainEqual(expect.objectContaining({ type: 'ok', id: 'soon' }));
    expect((await stage.join('cleo-principal')).sent[0]).toMatchObject({ snapshot: { scheduledEnd: end } });
  });

  test('does not come when it was cancelled, and a second one is refused while it runs', async () => {
    const { stage, ana } = await counting();
    await stage.command(ana, { ...SOON, id: 'again' });
    expect(ana.sent.at(-1)).toMatchObject({ type: 'error', id: 'again', code: 'already-ending' });
    await stage.command(ana, { type: 'cancel-end', id: 'no' });
    await stage.pass(86_400_000);
    expect(stage.present).toEqual({ [HOST]: 'live', 'ben-principal': 'live' });
    await stage.command(ana, { type: 'cancel-end', id: 'no-more' });
    expect(ana.sent.at(-1)).toMatchObject({ type: 'error', code: 'not-ending' });
  });

  test('comes though whoever set it has left, in their name', async () => {
    const { stage, ana, ben } = await counting();
    await stage.command(ana, { type: 'leave', id: 'bye' });
    await stage.pass(10_000);
    expect([ana.closed, ben.closed]).toEqual(['left', 'ended']);
    expect(endingOf(stage)?.by?.name).toBe(HOST);
  });

  test('is kept over a restart, to the millisecond', async () => {
    const { stage } = await counting();
    await stage.pass(4_000);
    await stage.restart();
    await stage.pass(5_999);
    expect(endingOf(stage)).toBeNull();
    await stage.pass(1);
    expect(endingOf(stage)).toMatchObject({ cause: 'participant', by: { name: HOST } });
  });

  test('that came while the server was down comes at once, and locks as it was to', async () => {
    const { stage } = await counting({ ...SOON, lock: true });
    await stage.actor.close();
    stage.clock.advance(60_000);
    await stage.restart();
    expect(endingOf(stage)).toMatchObject({ locked: true, at: stage.clock.now() });
    expect((await stage.join('ben-principal')).refusal?.code).toBe('room-locked');
  });

  test('does not come early when the clock jumps back (figure 9)', async () => {
    const { stage } = await counting();
    stage.clock.time -= 3_600_000;
    await stage.pass(60_000);
    expect(endingOf(stage)).toBeNull();
  });

  test('holds the clock where it is while it runs', async () => {
    const { stage, ana } = await counting();
    expect(stage.actor.awaitsTime).toBe(true);
    await stage.command(ana, { type: 'cancel-end', id: 'no' });
    expect(stage.actor.awaitsTime).toBe(false);
  });

  test('is dropped when nobody is left', async () => {
    const { stage, ana, ben } = await counting();
    await stage.command(ana, { type: 'leave', id: 'a' });
    await stage.command(ben, { type: 'leave', id: 'b' });
    expect(stage.actor.awaitsTime).toBe(false);
    await stage.join('ben-principal');
    await stage.pass(60_000);
    expect(stage.present).toEqual({ 'ben-principal': 'live' });
  });
});
