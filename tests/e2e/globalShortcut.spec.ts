import { expect, test } from './harness/fixtures.ts';
import { controls, expectHome, hostMeeting } from './harness/flows.ts';
import type { Person } from './harness/person.ts';
import { holdKey, letGoOfKey, pressKeys, WindowManager } from './harness/windowManager.ts';

let manager: WindowManager;
test.beforeAll(async () => {
  manager = await WindowManager.open();
});
test.afterAll(() => manager.close());

const KEYS = { globalMute: 'Control+Alt+M', globalLeave: 'Control+Alt+L' };

const wanted = ({ page }: Person) =>
  page.evaluate(async () => {
    const answer = await window.parley.request('app:snapshot', {});
    return answer.ok && answer.value.capture.microphone.wanted;
  });

test('keys that are set mute and leave, with the window in the tray; outside of a meeting they do nothing', async ({
  launch,
}) => {
  const ana = await launch('Ana', { settings: KEYS });
  await pressKeys('ctrl+alt+m');
  await hostMeeting(ana.page, 'Ana');
  await ana.closeWindow('Keep running');
  await expect.poll(() => ana.windowVisible()).toBe(false);
  expect(await wanted(ana)).toBe(true);

  await pressKeys('ctrl+alt+m');
  await expect.poll(() => wanted(ana)).toBe(false);
  await expect.poll(async () => (await ana.tray()).labels()).toContain('Unmute');
  await pressKeys('ctrl+alt+m');
  await expect.poll(() => wanted(ana)).toBe(true);
  await pressKeys('ctrl+alt+l');
  await expectHome(ana.page);
});

test('keys are set by pressing them in the settings; what another program holds is said, with what to do', async ({
  launch,
}) => {
  const ana = await launch('Ana', { settings: { globalMute: 'F9' } });
  await hostMeeting(ana.page, 'Ana');
  const ben = await launch('Ben');
  await ben.page.getByRole('button', { name: 'Settings' }).click();
  await ben.page.getByRole('tab', { name: 'Shortcuts' }).click();
  const record = ben.page.getByRole('button', { name: 'Set the keys for: Mute or unmute, from anywhere' });

  await record.click();
  await ben.page.keyboard.press('F9');
  await expect(ben.page.getByRole('alert')).toContainText('Another program');

  await record.click();
  await ben.page.keyboard.press('Control+Alt+K');
  await expect(record).toHaveText('Change');
  await expect(ben.page.getByRole('alert')).toHaveCount(0);
  expect(
    await ben.page.evaluate(async () => {
      const answer = await window.parley.request('app:snapshot', {});
      return answer.ok && answer.value.settings.globalMute;
    }),
  ).toBe('Control+Alt+K');
});

test('the space bar held down is heard, and muted again when it is let go', async ({ launch }) => {
  const ana = await launch('Ana');
  await hostMeeting(ana.page, 'Ana');
  await controls(ana.page).getByRole('button', { name: 'Mute' }).click();
  await expect.poll(() => wanted(ana)).toBe(false);
  await ana.page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await ana.running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
  await expect.poll(() => ana.page.evaluate(() => document.hasFocus())).toBe(true);
  await holdKey('space');
  await expect.poll(() => wanted(ana)).toBe(true);
  await letGoOfKey('space');
  await expect.poll(() => wanted(ana)).toBe(false);
});
