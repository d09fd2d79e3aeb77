import type { Locator, Page } from '@playwright/test';

import { controls } from './flows.ts';

/** The chat panel, which is opened if it is not. */
export async function openChat(page: Page): Promise<Locator> {
  const panel = page.getByRole('region', { name: 'Chat', exact: true });
  if (!(await panel.isVisible())) await controls(page).getByRole('button', { name: 'Chat' }).click();
  return panel;
}

export const chatField = (page: Page): Locator => page.getByRole('textbox', { name: 'Message' });

/** Writes a line and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  await chatField(page).fill(text);
  await chatField(page).press('Enter');
}
