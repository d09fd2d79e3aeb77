import type { ClipboardPort } from '../../ports.ts';
import type { ReceiptsFile } from '../../receipts/receiptsFile.ts';
import { done, refused } from '../../results.ts';
import type { RoutesOf } from '../routes.ts';

/** What is kept of earlier exits: to read, to pass on, to forget. */
export function receiptRoutes(parts: {
  readonly receipts: ReceiptsFile;
  readonly clipboard: ClipboardPort;
}): RoutesOf<'receipt'> {
  const { receipts, clipboard } = parts;
  return {
    'receipt:list': () => ({ ok: true, value: [...receipts.all].reverse() }),
    'receipt:copy': ({ id, words }) => {
      const receipt = receipts.all.find((kept) => kept.id === id);
      if (receipt === undefined) return refused('bad-request', 'no such receipt is kept');
      clipboard.writeText(`${words}\n\n${JSON.stringify(receipt, null, 2)}\n`);
      return done;
    },
    'receipt:forget': ({ id }) => {
      receipts.forget(id);
      return done;
    },
    'receipt:forget-all': () => {
      receipts.forgetAll();
      return done;
    },
  };
}
