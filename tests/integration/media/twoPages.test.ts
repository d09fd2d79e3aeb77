import { afterAll, beforeAll, expect, test } from 'vitest';

import { type LabBrowser, launchLab } from './lab/launch.ts';
import { LabMeeting } from './lab/meeting.ts';

let browser: LabBrowser;
beforeAll(async () => {
  browser = await launchLab();
}, 120_000);
afterAll(async () => browser.close());

test('two people see and hear each other', async () => {
  const meeting = new LabMeeting();
  const ana = await meeting.join('ana', await browser.open());
  const ben = await meeting.join('ben', await browser.open());
  for (const [one, other] of [
    [ana, ben],
    [ben, ana],
  ] as const) {
    await expect
      .poll(() => one.page.evaluate(([id, peer]) => window.lab.view(id).remotes[peer], [one.id, other.id] as const))
      .toMatchObject({ stream: true, hasVideo: true, link: 'connected' });
    await expect.poll(() => one.page.evaluate((peer) => window.lab.audioEnergy(peer), other.id)).toBeGreaterThan(0);
  }
});
