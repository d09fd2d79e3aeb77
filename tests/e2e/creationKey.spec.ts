import { expect, test } from './harness/fixtures.ts';
import { inviteLinkOf, joinFromPreview } from './harness/flows.ts';

const KEY = 'the-creation-key-of-this-server';

test.use({ creationKey: KEY });

test('a server that asks for its creation key makes meetings once the key is in the settings, also after a restart', async ({
  launch,
  server,
  keyring,
}) => {
  const ana = await launch('Ana', { server, keyring });
  const newMeeting = ana.page.getByRole('button', { name: 'New meeting' });
  await newMeeting.click();
  await expect(ana.page.getByRole('alert')).toContainText('only with its creation key');

  const keep = async (key: string): Promise<void> => {
    await ana.page.getByRole('button', { name: 'Settings' }).click();
    const settings = ana.page.getByRole('dialog', { name: 'Settings' });
    await settings.getByRole('tab', { name: 'Servers' }).click();
    await settings.getByLabel('Creation key of this server').fill(key);
    await settings.getByLabel('Creation key of this server').blur();
    await expect(settings).toContainText('There is one, encrypted by this computer.');
    await settings.getByRole('button', { name: 'Close settings' }).click();
  };
  await keep('another-key-altogether');
  await newMeeting.click();
  await expect(ana.page.getByRole('alert')).toContainText('did not accept the creation key');

  await keep(KEY);
  await newMeeting.click();
  await joinFromPreview(ana.page, 'Ana');
  expect(await inviteLinkOf(ana.page)).toContain(server.address);
  await ana.kill();

  const { page } = await launch('Ana', { profile: ana.running.profile, keyring });
  await page.getByRole('button', { name: 'New meeting' }).click();
  await joinFromPreview(page, 'Ana');
});
