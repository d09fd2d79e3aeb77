import { expect, test } from '@playwright/test';

import type { Notice } from '#protocol/ipc/notice.ts';
import type { ReasonCode } from '#protocol/reasons.ts';
import type { Session } from '#protocol/session.ts';
import { keepRecord, saw, type Shown, type View } from '#tests/fixtures/exitRecords.ts';
import { readShown } from '#tests/fixtures/readShown.ts';

import type { Person } from './person.ts';

/**
 * Keeps what both sides of an exit were told and shown in their windows, for docs/exits.md. Call `hear` of each before
 * it happens. Settles when all of them know; fails where that does not come.
 */
export async function recordExit(
  code: ReasonCode,
  what: string,
  { leaver, others }: { readonly leaver: Person; readonly others: readonly Person[] },
): Promise<void> {
  await knows(leaver, code, ({ exit, told }) => exit !== null || told.length > 0);
  for (const other of others) await knows(other, code, (view) => view.exit !== null || saw(view, code));
  const { file, titlePath } = test.info();
  const views = await Promise.all(others.map(viewOf));
  // The first of the titles is the file's.
  const name = titlePath.slice(1).join(': ');
  keepRecord({ code, what, level: 'e2e', file, test: name, leaver: await viewOf(leaver), others: views });
}

/** Whoever is out has it on the screen, after everything was released; whoever is still in has heard of it. */
async function knows(person: Person, code: ReasonCode, isTold: (view: View) => boolean): Promise<void> {
  const holds = async (): Promise<boolean> => {
    const view = await viewOf(person);
    return isTold(view) && (view.exit === null) === (view.shown === undefined);
  };
  await expect.poll(holds, `${person.name} knows of ${code}`).toBe(true);
}

async function viewOf({ page }: Person): Promise<View> {
  const { told, session } = await page.evaluate(async (): Promise<{ told: readonly Notice[]; session: Session }> => {
    const { heardNotices } = globalThis;
    if (heardNotices === undefined) throw new Error('nobody listened to the notices of this page');
    const answer = await window.parley.request('app:snapshot', {});
    if (!answer.ok) throw new Error(`no snapshot: ${answer.error.code}`);
    return { told: heardNotices, session: answer.value.session };
  });
  const exit = session.phase === 'over' && session.exit.released ? session.exit : null;
  const shown = exit === null ? null : await shownOn(page);
  return { told, exit, phases: [], ...(shown && { shown }) };
}

async function shownOn(page: Person['page']): Promise<Shown | null> {
  return page.evaluate(readShown, await page.evaluateHandle(() => document));
}
