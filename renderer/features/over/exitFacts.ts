import type { Receipt, ToldExit } from '#protocol/ipc/receipt.ts';
import type { Millis } from '#protocol/ids.ts';
import type { Target } from '#protocol/session.ts';

import type { Words } from '../../words/words.ts';
import { clockTime } from '../../features/meeting/clockTime.ts';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What somebody who reports a problem should copy. What only a receipt knows is missing without one. */
export function exitFacts(
  t: Words,
  language: string,
  exit: ToldExit & { readonly at: Millis },
  target: Target,
  receipt: Receipt | null = null,
): readonly Fact[] {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  const { reason, removal, policy, sought, error } = exit;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t('over.facts.code'), String(reason.code)],
    [t('over.facts.type'), reason.type],
    [t('over.facts.time'), time.format(exit.at)],
    [t('over.facts.meeting'), target.room],
    [t('over.facts.server'), target.server],
    [t('over.facts.sought'), sought && `${sought.room}, ${sought.server}`],
    [t('over.facts.by'), removal?.peerWhoRemoved?.name],
    [t('over.facts.note'), removal?.reason],
    [t('over.facts.locked'), removal?.locked ? t(removal.roomWasEnded ? 'over.facts.yes' : 'over.facts.barred') : null],
    [t('over.facts.policy'), policy],
    [t('over.facts.error'), error && [error.code, error.detail].filter(Boolean).join(': ')],
    ...(receipt ? receiptFacts(t, time, receipt) : []),
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function receiptFacts(
  t: Words,
  time: Intl.DateTimeFormat,
  { connection, stayMs, version }: Receipt,
): readonly (readonly [string, string | null])[] {
  const connected =
    connection.state === 'lost'
      ? t('over.facts.connections.lost', { time: time.format(connection.since) })
      : t(`over.facts.connections.${connection.state}`);
  return [
    [t('over.facts.stay'), stayMs === null ? null : clockTime(stayMs)],
    [t('over.facts.connection'), connected],
    [t('over.facts.app'), t('settings.version', { version })],
  ];
}
