import type { Page } from '@playwright/test';

/** A word that is cut off, and where. */
export interface Clipped {
  readonly text: string;
  readonly by: string;
}

/**
 * Words of the app's own that are cut off: by the edge of something that hides what stands over it, by the button that
 * they are on, or by the window's side. What people typed may end in dots.
 */
export function findClipped(page: Page): Promise<readonly Clipped[]> {
  return page.evaluate(() => {
    const found: Clipped[] = [];
    const typed = '[dir=auto], bdi, input, textarea, [aria-hidden=true], [inert] *, [aria-live]';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const at = node.parentElement;
      if (text === '' || at === null || at.closest(typed) !== null) continue;
      if (!at.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
      const ups: Element[] = [];
      for (let up: Element | null = at; up !== null; up = up.parentElement) ups.push(up);
      const isHeardOnly = ups.some((up) => {
        const { width, height } = up.getBoundingClientRect();
        return width <= 1.5 || height <= 1.5 || getComputedStyle(up).clipPath !== 'none';
      });
      if (isHeardOnly) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      for (const up of ups) {
        const { overflowX, overflowY } = getComputedStyle(up);
        // What is beyond this can be scrolled to.
        if (/auto|scroll/.test(overflowX + overflowY)) break;
        const edge = up.getBoundingClientRect();
        const isWindow = up === document.documentElement;
        const sideways = box.left < edge.left - 1.5 || box.right > edge.right + 1.5;
        const upright = !isWindow && (box.top < edge.top - 3 || box.bottom > edge.bottom + 3);
        const hides = isWindow || up.matches('button, [role=tab]') || /hidden|clip/.test(overflowX + overflowY);
        if (hides && (sideways || upright)) found.push({ text, by: `${up.tagName} ${up.classList[0] ?? ''}`.trim() });
      }
    }
    return found;
  });
}

/** Everything that can be read or heard on the page, but what people typed. */
export function findSaid(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const said = new Set<string>();
    // What was announced before the language changed stays as it was said, for eyes too.
    const log = [...document.querySelectorAll('[role=log] p')];
    const announced = new Set(log.map(({ textContent }) => textContent?.trim()));
    const add = (text: string | null): void => {
      const words = text?.trim() ?? '';
      if (words !== '' && !announced.has(words)) said.add(words);
    };
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('kbd, script, style, [role=log]') !== null) continue;
      for (const attribute of ['aria-label', 'placeholder', 'title', 'aria-valuetext', 'aria-roledescription', 'alt'])
        add(element.getAttribute(attribute));
      const isLogo = element.closest('[aria-hidden=true]') !== null && element.closest('svg') !== null;
      if (isLogo) continue;
      for (const node of element.childNodes) if (node instanceof Text) add(node.data);
    }
    return [...said];
  });
}
