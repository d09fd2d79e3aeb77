import type { Millis } from '#protocol/ids.ts';
import type { Receipt } from '#protocol/ipc/receipt.ts';
import type { Session, SessionIn } from '#protocol/session.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { Clock } from '../ports.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import type { ReceiptsFile } from './receiptsFile.ts';

/**
 * Keeps a receipt of every exit, at the moment of the exit: also where everything ends before it is released. The snapshot
 * has that of the exit on the screen, for as long as it is there.
 */
export function keepReceipts(parts: {
  readonly store: SnapshotStore;
  readonly receipts: ReceiptsFile;
  readonly clock: Clock;
  readonly nextId: () => string;
  readonly version: string;
}): void {
  const { store, receipts, clock, nextId, version } = parts;
  let since: Millis | null = null;

  store.onChange(({ session }, before) => {
    if (session.phase === before.session.phase) return;
    if (session.phase === 'over') {
      const kept = receiptOf(session, before.session, { id: nextId(), at: clock.now(), since, version });
      receipts.add(kept);
      store.patch({ receipt: kept });
    } else if (before.session.phase === 'over') {
      store.patch({ receipt: null });
    }
    since = isInside(session) ? (since ?? clock.now()) : null;
  });
}

interface Circumstances {
  readonly id: string;
  readonly at: Millis;
  /** When I came in. */
  readonly since: Millis | null;
  readonly version: string;
}

function receiptOf(over: SessionIn<'over'>, before: Session, { id, at, since, version }: Circumstances): Receipt {
  const { reason, removal, policy, error, sought, mine, mayRejoin } = over.exit;
  const stay = isInside(before) ? before : null;
  return {
    id,
    at,
    target: over.target,
    reason,
    removal,
    ...(policy && { policy }),
    error,
    ...(sought && { sought }),
    mine,
    mayRejoin,
    connection: connectionOf(before),
    stayMs: stay === null || since === null ? null : Math.max(0, at - since),
    participant: stay?.me ?? null,
    incarnation: stay?.incarnation ?? null,
    version,
  };
}

function connectionOf(before: Session): Receipt['connection'] {
  if (before.phase === 'joined') return { state: 'live' };
  if (before.phase !== 'reconnecting') return { state: 'none' };
  return { state: 'lost', since: Math.max(0, before.since - before.clockOffset) };
}
