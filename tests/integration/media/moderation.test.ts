import { expect, test } from 'vitest';

import { LabMeeting } from './lab/meeting.ts';
import { areTogether, faultsOf, hears, hearsNothingOf, liveTracks, sees, seesNothingOf } from './lab/senses.ts';
import { useLab } from './lab/useLab.ts';

const lab = useLab();

const STOP = { by: null, at: 1 };

test('who ignores being muted is neither heard nor seen all the same, until the room says that they are on again', async () => {
  const meeting = new LabMeeting();
  const ana = await meeting.join('ana', await lab.open());
  const ben = await meeting.join('ben', await lab.open());
  await areTogether(ana, ben);

  await meeting.change(ben, { stopped: { microphone: STOP } });
  await hearsNothingOf(ana, ben);
  await sees(ana, ben);
  await meeting.change(ben, { stopped: { microphone: STOP, camera: STOP } });
  await seesNothingOf(ana, ben);
  expect(await liveTracks(ben), 'their devices are still open').toEqual(['audio', 'video']);
  await hears(ben, ana);

  await meeting.change(ben, { stopped: {} });
  await Promise.all([hears(ana, ben), sees(ana, ben)]);
  expect(await faultsOf(ana, ben)).toEqual([]);
});
