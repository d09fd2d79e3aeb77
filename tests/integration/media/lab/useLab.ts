import { afterAll, afterEach, beforeAll, vi } from 'vitest';

import { type LabBrowser, launchLab } from './launch.ts';
import { launchChromium } from './launchChromium.ts';
import { LabMeeting, type Person } from './meeting.ts';

/**
 * A browser for all tests of a file, emptied after each: the app's Electron, or the Chromium that PARLEY_LAB_CHROMIUM
 * names, to try what another version makes of it.
 */
export interface LabForTests extends Pick<LabBrowser, 'open' | 'crash' | 'allowDevices'> {
  /** A meeting with two people in it, each in a window of their own, both with everything on. */
  two(): Promise<[meeting: LabMeeting, ana: Person, ben: Person]>;
}

export function useLab(): LabForTests {
  // Every condition is awaited, so these only say when a machine that is busy with much else counts as stuck.
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
  let browser: LabBrowser | null = null;
  const running = (): LabBrowser => {
    if (!browser) throw new Error('the lab runs within tests only');
    return browser;
  };
  beforeAll(async () => {
    const other = process.env['PARLEY_LAB_CHROMIUM'];
    browser = await (other ? launchChromium(other) : launchLab());
  });
  afterEach(() => browser?.clear());
  afterAll(() => browser?.close());
  return {
    open: () => running().open(),
    crash: (page) => running().crash(page),
    allowDevices: (allowed) => running().allowDevices(allowed),
    async two() {
      const meeting = new LabMeeting();
      const ana = await meeting.join('ana', await running().open());
      const ben = await meeting.join('ben', await running().open());
      return [meeting, ana, ben];
    },
  };
}
