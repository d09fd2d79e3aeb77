import type { Scenario } from '../../contract.ts';
import { atMostTimes } from '../../statistics.ts';
import { WITH_ROOMS } from '../contestant.ts';
import { roundsOf, takeTurns } from '../takeTurns.ts';

/** As when a lecture begins, or a server comes back. */
export const massJoin: Scenario = {
  name: 'mass-join',
  group: 'server',
  about: '1,000 who are connected already join at once',
  async run(context) {
    const people = context.scale.quick ? 100 : 1_000;
    const results = await takeTurns(context, WITH_ROOMS, (contestant) =>
      contestant.life({ people, mass: true, leaves: 0 }),
    );
    const goals = context.scale.quick ? [] : [atMostTimes('plain ws', 1 / 5), atMostTimes('socket.io', 1 / 7)];
    const rounds = roundsOf(results, ({ joinMs }) => [joinMs]);
    return [{ work: `${people} already connected join at once, all know all`, unit: 'ms', rounds, goals }];
  },
};
