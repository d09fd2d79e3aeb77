import type { Page } from '@playwright/test';

/**
 * The buttons that no scrolling brings into the window, by name. Those behind a dialog are not looked at, nor the ones
 * at the ends of menus, which are for screen readers alone.
 */
export function outOfReach(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button:not([tabindex="-1"])')];
    const reached = buttons.filter((button) => !button.closest('[aria-hidden=true], [inert], [hidden]'));
    const lost = reached.filter((button) => {
      button.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      const { left, top, right, bottom } = button.getBoundingClientRect();
      return left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5 || right <= left;
    });
    return lost.map((button) => button.getAttribute('aria-label') ?? button.textContent ?? '');
  });
}
