import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openChat } from './harness/chat.ts';
import { expect, test } from './harness/fixtures.ts';
import { expectMovingVideo } from './harness/flows.ts';
import type { Person } from './harness/person.ts';

const SIZE = 9_000_001;

/** Where this person's downloads go from now on. */
async function downloadsOf(person: Person): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-downloads-'));
  await person.running.app.evaluate(({ app }, path) => app.setPath('downloads', path), folder);
  return folder;
}

async function offer(person: Person, name: string, bytes: Buffer): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-offered-'));
  await writeFile(join(folder, name), bytes);
  await person.page.getByTestId('file').setInputFiles(join(folder, name));
}

test('a file is offered and received bit for bit, under a safe name, and opened by nobody', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await expectMovingVideo(ben.page);
  const folder = await downloadsOf(ben);
  const [anas, bens] = [await openChat(ana.page), await openChat(ben.page)];
  const bytes = randomBytes(SIZE);
  await offer(ana, 'holiday.sh', bytes);

  await expect(bens).toContainText('holiday.sh');
  await expect(bens).toContainText('9 MB');
  expect(await readdir(folder)).toEqual([]);
  await bens.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(bens).toContainText('Saved in your downloads as holiday.sh.unsafe', { timeout: 30_000 });
  await expect(anas).toContainText('Ben has it');
  expect(await readdir(folder)).toEqual(['holiday.sh.unsafe']);
  expect((await readFile(join(folder, 'holiday.sh.unsafe'))).equals(bytes)).toBe(true);
  await rm(folder, { recursive: true });
});

test('a file is declined, and one that is taken back can not be had any more', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await expectMovingVideo(ben.page);
  const folder = await downloadsOf(ben);
  const [anas, bens] = [await openChat(ana.page), await openChat(ben.page)];
  await offer(ana, 'one.txt', Buffer.from('one'));
  await bens.getByRole('button', { name: 'Decline' }).click();
  await expect(bens).toContainText('Declined');
  await expect(anas).toContainText('Ben declined');

  await anas.getByRole('button', { name: 'Take back' }).click();
  await expect(anas).toContainText('Not offered any more');
  await bens.getByRole('button', { name: 'Try again' }).click();
  await expect(bens).toContainText('The file is not offered any more.');
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

test.describe('a server that waits for nobody longer than 6 s', () => {
  test.use({ serverLimits: 'graceMs=6000' });

  test('whoever offers a file and is gone takes it along, and it is said so; nothing half is left', async ({
    meet,
    server,
  }) => {
    const [, ben, cid] = await meet(['Ana', 'Ben', 'Cid'], { server });
    await expectMovingVideo(ben.page);
    const folder = await downloadsOf(cid);
    await openChat(ben.page);
    const cids = await openChat(cid.page);
    await offer(ben, 'big.bin', randomBytes(100_000_000));
    await cids.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(cids.getByRole('progressbar')).toBeVisible();
    await ben.kill();
    await expect(cids).toContainText('Ben left before the file was here.', { timeout: 20_000 });
    await expect.poll(() => readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
