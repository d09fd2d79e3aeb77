import type { Page } from '@playwright/test';

import { tile } from '#tests/e2e/harness/flows.ts';

/** Pictures that a <video> has shown. */
export interface Shown {
  /** ms since the epoch. */
  readonly firstAt: number;
  readonly frames: number;
}

declare global {
  var videoWatch: WeakMap<HTMLVideoElement, { firstAt: number; frames: number }> | undefined;
}

/** Counts the pictures of every <video> that is, or comes, into the page. Call before the meeting. */
export async function watchVideos(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch: NonNullable<typeof globalThis.videoWatch> = new WeakMap();
    globalThis.videoWatch = watch;
    const follow = (video: HTMLVideoElement) => {
      if (watch.has(video)) return;
      const shown = { firstAt: 0, frames: 0 };
      watch.set(video, shown);
      const count = () => {
        shown.firstAt ||= Date.now();
        shown.frames += 1;
        video.requestVideoFrameCallback(count);
      };
      video.requestVideoFrameCallback(count);
    };
    const followAll = () => document.querySelectorAll('video').forEach(follow);
    new MutationObserver(followAll).observe(document, { childList: true, subtree: true });
    followAll();
  });
}

/** Settles when the picture of `name` has moved: so many frames of it were shown in this page. */
export async function whenVideoMoves(page: Page, name: string, frames = 15): Promise<Shown> {
  const video = tile(page, name).locator('video');
  await video.waitFor({ state: 'attached', timeout: 20_000 });
  const handle = await video.elementHandle();
  const shown = await page.waitForFunction(
    ([element, enough]) => {
      const seen = globalThis.videoWatch?.get(element as HTMLVideoElement);
      return seen !== undefined && seen.frames >= enough ? { ...seen } : null;
    },
    [handle, frames] as const,
    { timeout: 20_000 },
  );
  return (await shown.jsonValue()) as Shown;
}

/** When, in ms since the epoch, a dialog with this title was on the page. Call before it can come. */
export function whenDialog(page: Page, title: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const titles = [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].map((dialog) => {
            const labelled = document.getElementById(dialog.getAttribute('aria-labelledby') ?? '');
            return dialog.getAttribute('aria-label') ?? labelled?.textContent;
          });
          if (!titles.includes(wanted)) return;
          observer.disconnect();
          resolve(Date.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { childList: true, subtree: true, attributes: true });
        look();
      }),
    title,
  );
}

/** When, in ms since the epoch, a button with this name was clicked in a dialog. Call before. */
export function whenClicked(page: Page, name: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = ({ target }: MouseEvent) => {
          const button =
            target instanceof Element ? target.closest('[role=dialog] button, [role=alertdialog] button') : null;
          if (button?.textContent.trim() !== wanted) return;
          document.removeEventListener('click', look, true);
          resolve(Date.now());
        };
        document.addEventListener('click', look, true);
      }),
    name,
  );
}

/** When, in ms since the epoch, no track was live and no connection open any more. Call while some still are. */
export function whenReleased(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const watch = globalThis.mediaWatch;
        if (!watch) {
          reject(new Error('watchMedia was not called in this page'));
          return;
        }
        const look = (): void => {
          const live = [...watch.tracks].some((held) => held.deref()?.readyState === 'live');
          const open = [...watch.connections].some((held) => (held.deref()?.connectionState ?? 'closed') !== 'closed');
          if (live || open) return;
          clearInterval(timer);
          observer.disconnect();
          resolve(Date.now());
        };
        const timer = setInterval(look, 5);
        // A page that lets go and draws in one task has no timer in between: what it draws is looked at too.
        const observer = new MutationObserver(look);
        observer.observe(document, { childList: true, subtree: true });
      }),
  );
}
