// The load: all participants of one contestant, in a process of its own. `generator.mjs <kind> <address>`.
import { answerQuestions } from '../../remote.ts';
import type { Dialect } from './dialect.ts';
import { frames } from './dialects/frames.ts';
import { parley } from './dialects/parley.ts';
import { peerJs } from './dialects/peerJs.ts';
import { socketIo } from './dialects/socketIo.ts';
import { empty, fill } from './works/idle.ts';
import { life, type LifeRequest } from './works/life.ts';
import { relay, type RelayRequest } from './works/relay.ts';
import { roundTrip, type RoundTripRequest } from './works/roundTrip.ts';

const DIALECTS: Readonly<Record<string, (address: string) => Dialect>> = {
  'plain ws': frames,
  'batched ws': frames,
  'socket.io': socketIo,
  PeerJS: peerJs,
  Parley: parley,
  'Parley before': parley,
};

const [kind = '', address = ''] = process.argv.slice(2);
const dialect = DIALECTS[kind]?.(address);
if (!dialect) throw new Error(`nobody speaks ${kind}`);

answerQuestions({
  life: (request: LifeRequest) => life(dialect, request),
  relay: (request: RelayRequest) => relay(dialect, request),
  roundTrip: (request: RoundTripRequest) => roundTrip(dialect, request),
  fill: (request: { readonly rooms: number; readonly people: number }) => fill(dialect, request),
  empty: () => empty(),
});
