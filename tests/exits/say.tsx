import { cleanup } from '@testing-library/react';
import { expect } from 'vitest';

import type { ParticipantId } from '#protocol/ids.ts';
import type { ParticipantLeftNotice, RoleChangedNotice } from '#protocol/ipc/notice.ts';
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

export type Told = ParticipantLeftNotice | RoleChangedNotice;

/** What the page of somebody who is still in the meeting calls out about those who went, or became something else. */
export async function sayOthers(notices: readonly Told[]): Promise<readonly string[]> {
  const called = notices.filter((notice) => notice.type === 'role-changed' || notice.reason.code !== 1003);
  if (called.length === 0) return [];
  const self = selfOf(notices);
  const me = self === null ? {} : { me: self };
  const page = await openApp(snapshotOf(joined([person(0, self === null ? {} : { id: self }), person(1)], me)));
  const begins = called.flatMap((notice) => [notice.name, ...(notice.type === 'role-changed' ? byOf(notice) : [])]);
  const heard = () =>
    [...document.querySelectorAll('[data-live-announcer] p')]
      .map(({ textContent }) => textContent)
      .filter((text) => begins.some((name) => text.startsWith(name)));
  await page.tell(...notices);
  await expect.poll(() => heard().length).toBe(called.length);
  const said = heard();
  cleanup();
  return said;
}

const byOf = ({ by }: RoleChangedNotice): readonly string[] => ['You are now', ...(by ? [by.name] : [])];

/** Whoever is told of a new role without a leave (1003) before it is the one who has it. */
function selfOf(notices: readonly Told[]): ParticipantId | null {
  const changed = notices.find(({ type }) => type === 'role-changed');
  const { participantId = null } = changed ?? {};
  // Whoever becomes host by somebody's leave may be anybody; only 1003 tells the two sides apart.
  const isOther = notices.some((one) => one.type === 'participant-left' && one.reason.code === 1003);
  const moved = changed?.type === 'role-changed' && changed.mode === 'viewer';
  return moved && !isOther ? participantId : null;
}
