import { expect, test } from './harness/fixtures.ts';
import type { Person } from './harness/person.ts';

/** Reads something of the page through main: for Playwright a page that has crashed once stays crashed. */
const inPage = ({ running: { app } }: Person, expression: string): Promise<unknown> =>
  app.evaluate(async ({ BrowserWindow }, code): Promise<unknown> => {
    const [window] = BrowserWindow.getAllWindows();
    return window && !window.webContents.isCrashed() ? await window.webContents.executeJavaScript(code) : null;
  }, expression);

const ME = `window.parley.request('app:snapshot', {}).then(({ value: { session } }) =>
  session.phase === 'joined' && { room: session.room.id, incarnation: session.incarnation, participant: session.me })`;

/** Frames of somebody's picture that were shown so far. */
const framesOf = (person: Person, name: string) =>
  inPage(
    person,
    `document.querySelector('[role=group][aria-label=${JSON.stringify(name)}] video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0`,
  );

test('a page that crashes comes back into the same meeting, as the same participant, with its pictures', async ({
  meet,
}) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await expect.poll(() => framesOf(ana, 'Ben'), { timeout: 20_000 }).toBeGreaterThan(5);
  const before = await inPage(ben, ME);
  const heard = await ana.hear();
  const crashed = ben.page.waitForEvent('crash');
  await ben.running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await crashed;

  const sees = () => inPage(ben, `document.querySelector('[role=group][aria-label="Ana"]') !== null`);
  await expect.poll(sees, { timeout: 20_000 }).toBe(true);
  expect(await inPage(ben, ME)).toEqual(before);
  await expect.poll(() => framesOf(ben, 'Ana'), { timeout: 30_000 }).toBeGreaterThan(5);
  const shown = Number(await framesOf(ana, 'Ben'));
  await expect.poll(() => framesOf(ana, 'Ben'), { timeout: 30_000 }).toBeGreaterThan(shown + 5);
  expect(
    (await heard()).filter(({ type }) => type === 'participant-left'),
    'nobody saw Ben go',
  ).toEqual([]);
});
