import { expect, test } from './harness/fixtures.ts';
import { controls, expectMovingVideo, tile } from './harness/flows.ts';
import type { Person } from './harness/person.ts';

const me = ({ page }: Person) =>
  page.evaluate(async () => {
    const answer = await window.parley.request('app:snapshot', {});
    if (!answer.ok || answer.value.session.phase !== 'joined') return null;
    const { session } = answer.value;
    return { room: session.room.id, incarnation: session.incarnation, participant: session.me };
  });

test('a page that crashes comes back into the same meeting, as the same participant, with its pictures', async ({
  meet,
}) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await expectMovingVideo(ana.page);
  const before = await me(ben);
  const heard = await ana.hear();
  const loaded = ben.page.waitForEvent('load');

  await ben.running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await loaded;

  await expect(controls(ben.page).getByRole('button', { name: 'Mute' })).toBeVisible();
  expect(await me(ben)).toEqual(before);
  await expect(tile(ben.page, 'Ana')).toBeVisible();
  await expectMovingVideo(ben.page);
  await expectMovingVideo(ana.page);
  expect(
    (await heard()).filter(({ type }) => type === 'participant-left'),
    'nobody saw Ben go',
  ).toEqual([]);
});
