import type { ParleyError, Result } from '#protocol/errors.ts';
import type { Receipt } from '#protocol/ipc/receipt.ts';

import { useParley } from '../../bridge/parley.ts';
import { useAsked } from '../../bridge/useAsked.ts';

export type ReceiptPlace = Pick<Receipt['target'], 'server' | 'room'>;

export interface ReceiptsView {
  /** The last one first; null until main has answered. */
  readonly receipts: readonly Receipt[] | null;
  readonly error: ParleyError | null;
  readonly forget: (id: string) => void;
  readonly forgetAll: () => void;
}

/** What is kept of exits, of one meeting or of all. Asked of main once. */
export function useReceipts(place: ReceiptPlace | null): ReceiptsView {
  const { bridge } = useParley();
  const { answer: all, error, change } = useAsked('receipt:list');
  /** Main is the only one to write them: once it has, they are gone here too. */
  const drop = async (forgotten: Promise<Result<null>>, isDropped: (receipt: Receipt) => boolean): Promise<void> => {
    change(await forgotten, (kept) => kept.filter((receipt) => !isDropped(receipt)));
  };
  return {
    receipts: all?.filter(({ target }) => place === null || isAt(place, target)) ?? null,
    error,
    forget: (id) => void drop(bridge.request('receipt:forget', { id }), (receipt) => receipt.id === id),
    forgetAll: () => void drop(bridge.request('receipt:forget-all', {}), () => true),
  };
}

const isAt = (place: ReceiptPlace, { server, room }: ReceiptPlace): boolean =>
  place.server === server && place.room === room;
