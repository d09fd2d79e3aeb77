import type { Scenario } from './contract.ts';
import { endToDialog } from './client/endToDialog.ts';
import { meshCpu } from './client/meshCpu.ts';
import { firstPicture } from './client/pictures.ts';
import { stageOf50 } from './client/stageOf50.ts';
import { startUp } from './client/startUp.ts';
import { stays } from './client/stays.ts';
import { idle } from './server/scenarios/idle.ts';
import { massJoin } from './server/scenarios/massJoin.ts';
import { relay, roundTrip } from './server/scenarios/relaying.ts';
import { rooms } from './server/scenarios/rooms.ts';

/** In the order in which they are run. */
export const SCENARIOS: readonly Scenario[] = [
  rooms,
  massJoin,
  relay,
  roundTrip,
  idle,
  startUp,
  firstPicture,
  meshCpu,
  endToDialog,
  stageOf50,
  stays,
];

/** Those that were asked for: all without names. Throws where a name is neither a group nor a scenario. */
export function chosen(names: readonly string[]): readonly Scenario[] {
  const known = new Set(SCENARIOS.flatMap(({ name, group }) => [name, group]));
  const stranger = names.find((name) => !known.has(name));
  if (stranger !== undefined) {
    throw new RangeError(`There is no "${stranger}" to measure; there are ${[...known].join(', ')}.`);
  }
  return SCENARIOS.filter(({ name, group }) => names.length === 0 || names.includes(name) || names.includes(group));
}
