import type { Scenario } from '../../contract.ts';
import { atLeastTimes, atMostTimes } from '../../statistics.ts';
import { ALL, type Contestant } from '../contestant.ts';
import { roundsOf, takeTurns } from '../takeTurns.ts';

const ROOMS = 100;
const QUICK_ROOMS = 10;

/** As many offers and answers as can be passed on. */
export const relay: Scenario = {
  name: 'relay',
  group: 'server',
  about: 'offers and answers of 2 KB in rooms of four: throughput',
  async run(context) {
    const { quick } = context.scale;
    const request = quick ? { rooms: QUICK_ROOMS, ms: 300 } : { rooms: ROOMS, ms: 2_000 };
    const work = (contestant: Contestant) => contestant.relay({ ...request, serverPid: contestant.serverPid });
    const results = await takeTurns(context, ALL, work);
    return [
      {
        work: `relay of 2 KB offers and answers, ${quick ? QUICK_ROOMS : ROOMS} rooms of 4`,
        unit: 'messages/s',
        rounds: roundsOf(results, ({ messagesPerSecond }) => [messagesPerSecond]),
        goals: [atLeastTimes('socket.io', 2.2), atLeastTimes('PeerJS', 2)],
      },
      {
        work: "the server's CPU for each of these messages",
        unit: 'µs',
        rounds: roundsOf(results, ({ microseconds }) => [microseconds]),
        goals: [atMostTimes('socket.io', 1 / 2.2), atMostTimes('PeerJS', 1 / 2)],
      },
    ];
  },
};

/** How long a signal takes when there is little to do: what setting up a call waits for. */
export const roundTrip: Scenario = {
  name: 'round-trip',
  group: 'server',
  about: 'an offer and its answer at 1,000 offers a second',
  async run(context) {
    const { quick } = context.scale;
    const request = quick ? { rooms: QUICK_ROOMS, ms: 1_500 } : { rooms: ROOMS, ms: 4_000 };
    const results = await takeTurns(context, ALL, (contestant) =>
      contestant.roundTrip({ ...request, offersPerSecond: quick ? 200 : 1_000 }),
    );
    return [
      {
        work: `offer to answer, round trip at ${quick ? 200 : '1,000'} offers/s`,
        unit: 'ms',
        rounds: roundsOf(results, (times) => times),
        goals: [atMostTimes('socket.io', 1, { percent: 99 }), atMostTimes('PeerJS', 1, { percent: 99 })],
      },
    ];
  },
};
