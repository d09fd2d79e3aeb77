import type { Context, Scenario } from '../../contract.ts';
import { hasProcfs } from '../../procfs.ts';
import { atMost, atMostTimes } from '../../statistics.ts';
import { Contestant, type Kind, WITH_ROOMS } from '../contestant.ts';

const PEOPLE = 4;

/** What a connection costs that says nothing: one of 2,000, in rooms of four, in servers that were started for it. */
export const idle: Scenario = {
  name: 'idle',
  group: 'server',
  about: 'memory of the server for each connection in a room',
  async run(context) {
    if (!hasProcfs) return [];
    const rounds = [];
    for (let round = 0; round < context.scale.rounds; round += 1) {
      const figures: Partial<Record<Kind, readonly number[]>> = {};
      const before: readonly Kind[] = context.before === null ? [] : ['Parley before'];
      for (const kind of [...WITH_ROOMS, ...before]) figures[kind] = [await kilobytesEach(kind, context)];
      rounds.push(figures);
      context.say(`round ${round + 1} of ${context.scale.rounds}`);
    }
    const goals = [atMost(14, 'KB'), atMostTimes('socket.io', 0.7)];
    const note = 'Once garbage is collected; growth from 40 connections on, when the code is warm.';
    return [{ work: 'server memory for one more idle connection in a room of 4', unit: 'KB', rounds, goals, note }];
  },
};

async function kilobytesEach(kind: Kind, context: Context): Promise<number> {
  const contestant = await Contestant.start(kind, context);
  try {
    const rooms = context.scale.quick ? 50 : 500;
    await contestant.fill(10, PEOPLE);
    const before = await contestant.memoryKb();
    await contestant.fill(rooms, PEOPLE);
    const after = await contestant.memoryKb();
    await contestant.empty();
    return (after - before) / (rooms * PEOPLE);
  } finally {
    await contestant.stop();
  }
}
