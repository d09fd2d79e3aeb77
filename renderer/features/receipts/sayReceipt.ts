import type { Receipt } from '#protocol/ipc/receipt.ts';

import type { Words } from '../../words/words.ts';
import { exitFacts } from '../over/exitFacts.ts';
import { exitKind } from '../over/exitKind.ts';
import { sayWho } from '../over/sayExit.ts';
import { sayOwnExit } from '../over/sayOwnExit.ts';

export interface ReceiptWords {
  readonly title: string;
  /** Who did it, or what did; empty where the title says it. */
  readonly who: string;
  readonly note: string;
}

/** Exits of my own that home tells of in more words than the dialogs have for them. */
const TOLD_BY_HOME: ReadonlySet<string> = new Set(['REMOVE_ALL', 'SWITCH_ROOM']);

/** What happened, as the dialog said it then, or as home did where it was my own doing. */
export function sayReceipt(t: Words, receipt: Receipt): ReceiptWords {
  const note = receipt.removal?.reason ?? '';
  if (receipt.mine && TOLD_BY_HOME.has(receipt.reason.type)) return { title: sayOwnExit(t, receipt), who: '', note };
  return { title: t(`over.titles.${exitKind(receipt)}`), who: sayWho(t, receipt), note };
}

/** The receipt in words, to be passed on: what happened, then each fact on a line of its own. */
export function receiptText(t: Words, language: string, receipt: Receipt): string {
  const { title, who } = sayReceipt(t, receipt);
  const facts = exitFacts(t, language, receipt, receipt.target, receipt);
  return [t('receipts.heading', { title }), who, '', ...facts.map(({ name, value }) => `${name}: ${value}`)]
    .filter((line, index) => line !== '' || index === 2)
    .join('\n');
}
