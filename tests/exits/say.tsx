import { cleanup } from '@testing-library/react';
import { expect } from 'vitest';

import type { ParticipantLeftNotice } from '#protocol/ipc/notice.ts';
import type { Exit } from '#protocol/session.ts';
import type { Shown, View } from '#tests/fixtures/exitRecords.ts';
import { readShown } from '#tests/fixtures/readShown.ts';
import { joined, person, THERE } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';
import { openApp } from '#tests/unit/renderer/support.tsx';

/** What the page shows of an exit: as it was read off a real app's window, or as the same page draws it here. */
export async function showExit({ shown }: View, exit: Exit): Promise<Shown> {
  return shown ?? drawExit(exit);
}

/** The page with that exit, as main would hand it over. */
export async function drawExit(exit: Exit): Promise<Shown> {
  await openApp(snapshotOf({ phase: 'over', target: THERE, exit: { ...exit, released: true } }));
  const shown = readShown(document);
  cleanup();
  if (shown === null) throw new Error(`the page says nothing of ${exit.reason.code}`);
  return shown;
}

/** What the page of somebody who is still in the meeting calls out about those who went. */
export async function sayGone(notices: readonly ParticipantLeftNotice[]): Promise<readonly string[]> {
  if (notices.length === 0) return [];
  const page = await openApp(snapshotOf(joined([person(0), person(1)])));
  const heard = () =>
    [...document.querySelectorAll('[data-live-announcer] p')]
      .map(({ textContent }) => textContent)
      .filter((text) => notices.some(({ name }) => text.startsWith(name)));
  await page.tell(...notices);
  await expect.poll(() => heard().length).toBe(notices.length);
  const said = heard();
  cleanup();
  return said;
}
