import { expect, test } from 'vitest';

import { LabMeeting, type Person } from './lab/meeting.ts';
import { eventually, faultsOf, hears, openConnections, sees, viewOf } from './lab/senses.ts';
import { useLab } from './lab/useLab.ts';

const lab = useLab();
/** Fewer lines before fewer pictures a second. */
const FLUENT = 'maintain-framerate';

/** How the picture is sent over each connection of a page, by what the browser says. */
const sentPictures = (one: Person) =>
  one.page.evaluate(() =>
    window.lab.census.connections().map((connection) => {
      const sender = connection.getSenders().find(({ track }) => track?.kind === 'video');
      const { encodings, degradationPreference } = sender?.getParameters() ?? { encodings: [] };
      const encoding = encodings[0] as { maxFramerate?: number } & RTCRtpEncodingParameters;
      return [encoding.scaleResolutionDownBy, encoding.maxFramerate, encoding.maxBitrate, degradationPreference];
    }),
  );

test('four people all see and hear each other, in smaller pictures than two, and larger again when two are left', async () => {
  const meeting = new LabMeeting();
  const ana = await meeting.join('ana', await lab.open());
  const ben = await meeting.join('ben', await lab.open());
  await eventually(() => sentPictures(ana)).toEqual([[1, 30, 1_700_000, FLUENT]]);
  await eventually(() => sentPictures(ben)).toEqual([[1, 30, 1_700_000, FLUENT]]);
  const cleo = await meeting.join('cleo', await lab.open());
  const dan = await meeting.join('dan', await lab.open());
  const all = [ana, ben, cleo, dan];

  for (const one of all) {
    const others = all.filter((person) => person !== one);
    await Promise.all(others.flatMap((other) => [sees(one, other), hears(one, other)]));
    expect(await openConnections(one)).toBe(3);
    await eventually(() => sentPictures(one)).toEqual(Array.from({ length: 3 }, () => [2, 24, 600_000, FLUENT]));
  }

  await meeting.remove(cleo);
  await meeting.remove(dan);
  for (const one of [ana, ben]) {
    expect(Object.keys((await viewOf(one)).remotes)).toHaveLength(1);
    await eventually(() => openConnections(one)).toBe(1);
    await eventually(() => sentPictures(one)).toEqual([[1, 30, 1_700_000, FLUENT]]);
  }
  await sees(ana, ben);
  expect(await faultsOf(...all)).toEqual([]);
});
