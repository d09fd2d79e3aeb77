import type { Page } from '@playwright/test';
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

/** Counts, from now on, what a page asks of lines that carry nothing yet: the browser may let it wait for the answer. */
const countVainQuestions = (page: Page) =>
  page.evaluateHandle(() => {
    const { census } = window.lab;
    const vain: Record<'parameters' | 'sources', number> = { parameters: 0, sources: 0 };
    // oxlint-disable-next-line typescript/unbound-method -- called with the one that it was called on
    const { getParameters } = RTCRtpSender.prototype;
    RTCRtpSender.prototype.getParameters = function ask() {
      if (this.track === null) vain.parameters += 1;
      return getParameters.call(this);
    };
    // oxlint-disable-next-line typescript/unbound-method -- called with the one that it was called on
    const { getSynchronizationSources } = RTCRtpReceiver.prototype;
    RTCRtpReceiver.prototype.getSynchronizationSources = function ask() {
      const connection = census.connections().find((one) => one.getReceivers().includes(this));
      if (connection?.connectionState !== 'connected') vain.sources += 1;
      return getSynchronizationSources.call(this);
    };
    return vain;
  });

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

test('while links are built, no page asks about lines that carry nothing, or what came where nothing can have come', async () => {
  const meeting = new LabMeeting();
  const pages = [await lab.open(), await lab.open(), await lab.open()] as const;
  const vain = await Promise.all(pages.map(countVainQuestions));
  const ana = await meeting.join('ana', pages[0]);
  const ben = await meeting.join('ben', pages[1]);
  const cleo = await meeting.join('cleo', pages[2]);
  await Promise.all([sees(ana, ben), sees(ben, cleo), sees(cleo, ana), hears(ana, cleo), hears(cleo, ben)]);
  for (const counted of vain) expect(await counted.jsonValue()).toEqual({ parameters: 0, sources: 0 });
});
