import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from './harness/fixtures.ts';
import { expectHome, hostMeeting } from './harness/flows.ts';

test('the page never reaches Node, and goes nowhere (invariant 7)', async ({ launch }) => {
  const { page, running } = await launch('Ana');
  const reach = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    bridge: Object.keys(window.parley).join(' '),
    origin: location.origin,
  }));
  expect(reach).toEqual({
    node: [],
    bridge: expect.stringMatching(/^(on request|request on)$/),
    origin: 'app://parley',
  });

  expect(await page.evaluate(() => window.open('https://example.org') === null)).toBe(true);
  // Asked through main, because Playwright would wait for a navigation that never comes.
  const left = await running.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('there is no window');
    const tried = new Promise<boolean>((resolve) => {
      contents.once('will-navigate', (event) => resolve(event.defaultPrevented));
    });
    await contents.executeJavaScript('location.href = "https://example.org/"; undefined');
    const prevented = await tried;
    await contents.executeJavaScript('location.href = "file:///etc/passwd"; undefined');
    const page: unknown = await contents.executeJavaScript(
      '({ at: location.origin, home: document.body.innerText.includes("New meeting") })',
    );
    return { prevented, page };
  });
  expect(left).toEqual({ prevented: true, page: { at: 'app://parley', home: true } });
  expect(running.app.windows()).toHaveLength(1);
});

test('scripts from anywhere else do not run in the page', async ({ launch }) => {
  const { page } = await launch('Ana');
  const outcome = await page.evaluate(async () => {
    const blocked = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
        once: true,
      });
    });
    const script = document.createElement('script');
    script.textContent = 'globalThis.planted = true';
    document.head.append(script);
    return { directive: await blocked, planted: 'planted' in globalThis };
  });
  expect(outcome).toEqual({ directive: expect.stringContaining('script-src'), planted: false });
});

test('main refuses every channel to a subframe', async ({ launch }) => {
  const { page } = await launch('Ana');
  const bridges = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    const loaded = new Promise((resolve) => {
      frame.addEventListener('load', resolve, { once: true });
    });
    frame.src = location.href;
    document.body.append(frame);
    await loaded;
    try {
      const inside = frame.contentWindow?.parley;
      return inside ? await inside.request('app:snapshot', {}) : 'no bridge';
    } catch {
      return 'no bridge';
    }
  });
  expect(bridges === 'no bridge' || !bridges.ok).toBe(true);
});

test('requests that make no sense are refused with what was wrong, and change nothing', async ({ launch }) => {
  const { page } = await launch('Ana');
  const answers = await page.evaluate(async () => {
    const bridge = window.parley as unknown as Record<'request', (route: string, request: unknown) => Promise<unknown>>;
    const request = (route: string, body: unknown) => bridge.request(route, body);
    return Promise.all([
      request('room:end', { reason: 7, lock: 'yes' }),
      request('settings:change', { theme: 'pink' }),
      request('no:such-route', {}),
      request('room:leave', {}),
      request('room:end', { reason: '', lock: false }),
    ]);
  });
  expect(answers).toMatchObject([
    { ok: false, error: { code: 'bad-request' } },
    { ok: false, error: { code: 'bad-request' } },
    { ok: false, error: { code: 'bad-request' } },
    { ok: false, error: { code: 'not-joined' } },
    { ok: false, error: { code: 'not-joined' } },
  ]);
  await expectHome(page);
});

test('a settings file that makes no sense is put aside, said so, and nothing readable is lost', async ({
  launch,
}, testInfo) => {
  const profile = testInfo.outputPath('profile');
  await mkdir(profile, { recursive: true });
  await writeFile(join(profile, 'settings.json'), '{"displayName":"Ana","theme":"dark","closeBeh');

  const ana = await launch('', { profile });

  await expect(ana.page.getByText('settings', { exact: false }).first()).toBeVisible();
  const kept = (await readdir(profile)).filter((name) => name.startsWith('settings') && name !== 'settings.json');
  expect(kept).toHaveLength(1);
  expect(await ana.page.evaluate(() => window.parley.request('app:snapshot', {}))).toMatchObject({
    value: { settings: { displayName: 'Ana', theme: 'dark' } },
  });
  await hostMeeting(ana.page, 'Ana');
});
