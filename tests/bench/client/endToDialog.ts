import { join } from 'node:path';

import { expectHome, hostMeeting, joinMeeting, openEndDialog } from '#tests/e2e/harness/flows.ts';
import { launchApp, type RunningApp } from '#tests/e2e/harness/launch.ts';
import { StandaloneServer } from '#tests/e2e/harness/standaloneServer.ts';
import { whenClicked, whenDialog } from '#tests/demo/videoWatch.ts';

import { type Context, OURS, type Round, type Scenario } from '../contract.ts';
import { Remote } from '../remote.ts';
import { atMostAbove } from '../statistics.ts';
import { onDesktop } from './desktop.ts';

const TRIP = 'one signaling round trip';
/** In each round: one of them alone says more of what else the machine did than of the end. */
const ENDS = 4;

/** From the host's click to the dialog on somebody else's screen: server, log, both apps' processes and the page. */
export const endToDialog: Scenario = {
  name: 'end-to-dialog',
  group: 'client',
  about: 'click End to the dialog on another screen, against one signaling round trip over the same server',
  run: (context) =>
    onDesktop(context, async () => {
      const server = await StandaloneServer.create('roomsPerHour=1000');
      const settings = { defaultServer: server.address };
      const people: RunningApp[] = [];
      const script = join(context.programs, 'generator.mjs');
      const generator = new Remote({ script, args: [OURS, server.address] });
      try {
        for (const name of ['Ana', 'Ben']) people.push(await launchApp({ name, settings }));
        const [ana, ben] = people;
        if (!ana || !ben) throw new Error('nobody is there');
        const rounds = await inTurns(context, ana, ben, generator);
        return [
          {
            work: 'click End to the dialog on the other screen',
            unit: 'ms',
            rounds,
            goals: [atMostAbove(TRIP, 50, 'ms')],
          },
        ];
      } finally {
        await generator.stop();
        await Promise.all(people.map((person) => person.close()));
        await server.dispose();
      }
    }),
};

async function inTurns(
  { scale, say }: Context,
  ana: RunningApp,
  ben: RunningApp,
  generator: Remote,
): Promise<readonly Round[]> {
  const rounds: Round[] = [];
  for (let round = 0; round < scale.warmUp + scale.rounds; round += 1) {
    const trips = await generator.ask('roundTrip', { rooms: 1, offersPerSecond: 20, ms: 2_000 });
    const ended: number[] = [];
    while (ended.length < ENDS) ended.push(await endOnce(ana, ben));
    if (round >= scale.warmUp) rounds.push({ [TRIP]: trips as readonly number[], [OURS]: ended });
    say(round < scale.warmUp ? 'warmed up' : `round ${round - scale.warmUp + 1} of ${scale.rounds}`);
  }
  return rounds;
}

/** Both pages' clocks are the machine's. */
async function endOnce(ana: RunningApp, ben: RunningApp): Promise<number> {
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  await openEndDialog(ana.page);
  const dialog = whenDialog(ben.page, 'The meeting was ended');
  const clicked = whenClicked(ana.page, 'End for everyone');
  await ana.page.getByRole('dialog').getByRole('button', { name: 'End for everyone' }).click();
  const ms = (await dialog) - (await clicked);
  await ben.page.keyboard.press('Escape');
  await Promise.all([ana, ben].map(({ page }) => expectHome(page)));
  return ms;
}
