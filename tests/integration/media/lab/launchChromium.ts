import { chromium, type Page } from '@playwright/test';

import type { LabBrowser } from './launch.ts';
import { servePage } from './serve.ts';

const SWITCHES = [
  '--no-sandbox',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream=device-count=3',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** The lab in a plain Chromium, such as the one that the current Electron is made from. */
export async function launchChromium(executablePath: string): Promise<LabBrowser> {
  const served = await servePage();
  const browser = await chromium.launch({ executablePath, args: SWITCHES });
  const context = await browser.newContext();
  const allowDevices = async (allowed: boolean): Promise<void> => {
    await context.clearPermissions();
    if (allowed) await context.grantPermissions(['microphone', 'camera']);
  };
  await allowDevices(true);
  const opener = await context.newPage();
  return {
    pid: null,
    async open() {
      // A window of its own, because a tab behind another one shows no pictures.
      const [page] = await Promise.all([
        context.waitForEvent('page'),
        opener.evaluate((url) => void window.open(url, '_blank', 'popup,noopener,width=480,height=360'), served.url),
      ]);
      await page.waitForFunction(() => 'lab' in window);
      return page;
    },
    async crash(page: Page) {
      const session = await context.newCDPSession(page);
      const gone = new Promise<void>((resolve) => page.once('crash', () => resolve()));
      session.send('Page.crash').catch(() => undefined);
      await gone;
    },
    async clear() {
      const windows = context.pages().filter((page) => page !== opener);
      await Promise.all(windows.map((page) => page.close()));
    },
    allowDevices,
    async close() {
      await browser.close();
      await served.close();
    },
  };
}
