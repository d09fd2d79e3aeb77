import { act, cleanup, configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect } from 'vitest';

import type { Notice } from '#protocol/ipc/notice.ts';
import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import { AnnouncerContext, createAnnouncer } from '#renderer/app/announcer.ts';
import { App } from '#renderer/app/App.tsx';
import { PARTS } from '#renderer/app/parts.ts';
import { type Parley, ParleyContext } from '#renderer/bridge/parley.ts';
import { createSnapshotStore } from '#renderer/bridge/snapshotStore.ts';
import { createWords } from '#renderer/words/words.ts';
import { fakeBridge, type FakeBridge } from '#tests/stage/fakeBridge.ts';
import { fakeEngine, type FakeEngine } from '#tests/stage/fakeEngine.ts';

// As long as `expect.poll` waits, see vitest.config.ts.
configure({ asyncUtilTimeout: 20_000 });

afterEach(cleanup);

// happy-dom has none.
globalThis.requestIdleCallback ??= (task) => Number(setTimeout(task, 0, { didTimeout: false, timeRemaining: () => 0 }));

// As in the app, where they are brought before anybody can want them.
await Promise.all(PARTS.map(({ bring }) => bring()));

/** The page in front of a fake main. */
export interface Page {
  readonly parley: Parley;
  readonly bridge: FakeBridge;
  readonly engine: FakeEngine;
  /** What was asked of main, by route. */
  asked(route: string): readonly unknown[];
  /** Main says something new; settles when the page has drawn it. */
  push(snapshot: AppSnapshot): Promise<void>;
  tell(...notices: readonly Notice[]): Promise<void>;
}

/** A page that has heard this snapshot. A word that is missing fails the test. */
export async function openPage(
  snapshot: AppSnapshot,
): Promise<Page & { readonly wrap: (children: ReactNode) => ReactNode }> {
  const bridge = fakeBridge(snapshot);
  const engine = fakeEngine();
  const parley: Parley = { bridge, store: createSnapshotStore(bridge), engine };
  await expect.poll(() => parley.store.get()).toBe(snapshot);
  const words = createWords((key) => {
    throw new Error(`no words for ${key}`);
  });
  const announcer = createAnnouncer();
  const wrap = (children: ReactNode): ReactNode => (
    <I18nextProvider i18n={words}>
      <ParleyContext value={parley}>
        <AnnouncerContext value={announcer}>{children}</AnnouncerContext>
      </ParleyContext>
    </I18nextProvider>
  );
  return {
    parley,
    bridge,
    engine,
    wrap,
    asked: (route) => bridge.asked.filter((one) => one.route === route).map(({ request }) => request),
    push: (next) => act(async () => bridge.push('snapshot', next)),
    tell: (...notices) =>
      act(async () => {
        for (const notice of notices) bridge.push('notice', notice);
      }),
  };
}

/** The whole app on a page. */
export async function openApp(snapshot: AppSnapshot): Promise<Page> {
  const page = await openPage(snapshot);
  await act(async () => {
    render(page.wrap(<App />));
  });
  return page;
}

/** For a query of what can be seen: what is called out to screen readers has the same words. */
export const OUTSIDE_CALLS = { ignore: '[aria-live] *' } as const;
