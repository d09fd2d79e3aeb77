import type { Page } from '@playwright/test';

import { expect, test } from './harness/fixtures.ts';
import { tile } from './harness/flows.ts';
import type { Person } from './harness/person.ts';

/** What focus is on, as it is called; null where it is on nothing, or where nobody can see that it is. */
const focus = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const isField = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
    const label = isField ? at.labels?.[0]?.textContent : null;
    const heading = at.getAttribute('aria-labelledby')?.split(' ')[0];
    const named = heading === undefined ? null : document.getElementById(heading)?.textContent;
    const box = at.getBoundingClientRect();
    const isSeen = box.width > 0 && box.height > 0;
    return isSeen ? (at.getAttribute('aria-label') ?? label ?? named ?? at.textContent ?? '') : null;
  });

/** Somebody without a mouse: every key is followed by a look at whether focus is still somewhere. */
class Hands {
  readonly page: Page;

  constructor({ page }: Person) {
    this.page = page;
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await expect.poll(() => focus(this.page), { message: `focus after ${key}` }).not.toBeNull();
  }

  /** Tab, until focus is on what is called that. */
  async to(name: string | RegExp): Promise<void> {
    const seen: string[] = [];
    for (let presses = 0; presses < 60; presses += 1) {
      const at = (await focus(this.page)) ?? '';
      if (typeof name === 'string' ? at === name : name.test(at)) return;
      seen.push(at);
      await this.press('Tab');
    }
    throw new Error(`Tab never came to ${String(name)}; it came by ${[...new Set(seen)].join(', ')}`);
  }

  async activate(name: string | RegExp): Promise<void> {
    await this.to(name);
    await this.press('Enter');
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
}

test('a whole meeting by the keyboard alone, from the first start to home, and focus is never lost', async ({
  launch,
  server,
}) => {
  const [ana, ben] = await Promise.all([launch('', { server }), launch('', { server })]);
  const [host, guest] = [new Hands(ana), new Hands(ben)];

  // The first start: the field has focus, Enter goes on.
  for (const [hands, name] of [
    [host, 'Ana'],
    [guest, 'Ben'],
  ] as const) {
    await expect.poll(() => focus(hands.page)).toBe('Your name');
    await hands.type(name);
    await hands.press('Enter');
    await expect(hands.page.getByRole('button', { name: 'New meeting' })).toBeVisible();
    await expect.poll(() => focus(hands.page)).toBe('Start or join a meeting');
  }

  // Hosting: two steps.
  await host.activate(/^New meeting/);
  await expect(ana.page.getByRole('button', { name: 'Join now' })).toBeVisible();
  await host.activate('Join now');
  await expect(tile(ana.page, 'Ana')).toBeVisible();
  await expect.poll(() => focus(ana.page)).not.toBeNull();
  await ana.running.app.evaluate(({ clipboard }) => clipboard.clear());
  await host.activate(/^Copy invite/);
  await expect.poll(() => ana.running.app.evaluate(({ clipboard }) => clipboard.readText())).toContain('parley://');
  const invite = await ana.running.app.evaluate(({ clipboard }) => clipboard.readText());
  const link = /parley:\S+/.exec(invite)?.[0] ?? '';
  expect(invite).toContain(server.address);

  // The guest types what the invite says.
  await guest.to('Meeting code or link');
  await guest.type(link);
  await guest.press('Enter');
  await expect(ben.page.getByRole('button', { name: 'Join now' })).toBeVisible();
  await guest.activate('Join now');
  await expect(tile(ben.page, 'Ana')).toBeVisible();
  await expect(tile(ana.page, 'Ben')).toBeVisible();

  // Mute by the button and back by the shortcut.
  await guest.activate('Mute');
  await expect(ben.page.getByRole('button', { name: 'Unmute', exact: true })).toBeVisible();
  await guest.press('Control+d');
  await expect(ben.page.getByRole('button', { name: 'Mute', exact: true })).toBeVisible();

  // People: open by its keys, remove by the row's button, and the dialog's focus comes back to where it was.
  await host.press('Control+Shift+p');
  await expect(ana.page.getByRole('region', { name: 'People', exact: true })).toBeVisible();
  await host.activate('Remove Ben');
  const remove = ana.page.getByRole('dialog', { name: 'Remove Ben?' });
  await expect(remove).toBeVisible();
  await host.press('Escape');
  await expect(remove).toHaveCount(0);
  await expect.poll(() => focus(ana.page)).toBe('Remove Ben');
  await host.press('Enter');
  await expect(remove).toBeVisible();
  await host.activate('Remove');
  const removed = ben.page.getByRole('dialog', { name: 'You were removed from the meeting' });
  await expect(removed).toBeVisible();
  await expect.poll(() => focus(ben.page)).not.toBeNull();
  await expect(tile(ana.page, 'Ben')).toHaveCount(0);
  await expect.poll(() => focus(ana.page), { message: 'focus where a row has gone' }).not.toBeNull();

  // Back in, then the end for everyone.
  await guest.activate('Rejoin');
  await expect(tile(ana.page, 'Ben')).toBeVisible();
  await expect(ben.page.getByRole('region', { name: 'Stage' })).toBeVisible();
  await host.activate(/^End for everyone/);
  const end = ana.page.getByRole('dialog', { name: 'End the meeting for everyone?' });
  await expect(end.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await host.type('Lunch is ready');
  await host.to(/^End for everyone/);
  await host.press('Enter');
  const ended = ben.page.getByRole('dialog', { name: 'The meeting was ended' });
  await expect(ended).toContainText('Lunch is ready');
  await guest.activate('Back to home');
  await expect(ended).toHaveCount(0);
  for (const hands of [host, guest]) {
    await expect(hands.page.getByRole('button', { name: 'New meeting' })).toBeVisible();
    await expect.poll(() => focus(hands.page), { message: 'focus at home' }).not.toBeNull();
  }
});
