import type { ReasonCode } from '#protocol/reasons.ts';
import type { ExitRecord, View } from '#tests/fixtures/exitRecords.ts';

/** All that was seen of one kind of exit. The first record is the one whose words are told. */
export interface Row {
  readonly code: ReasonCode;
  readonly what: string;
  readonly records: readonly [ExitRecord, ...ExitRecord[]];
}

/** The records by code and by what was done; in an order that does not hang on which test ran first. */
export function rowsOf(records: readonly ExitRecord[]): readonly Row[] {
  const rows = new Map<string, [ExitRecord, ...ExitRecord[]]>();
  for (const record of records.toSorted(inOrder)) {
    const key = `${record.code} ${record.what}`;
    const row = rows.get(key);
    if (row) row.push(record);
    else rows.set(key, [record]);
  }
  return [...rows.values()].map((records) => ({ code: records[0].code, what: records[0].what, records }));
}

function inOrder(one: ExitRecord, other: ExitRecord): number {
  return sortKey(one) < sortKey(other) ? -1 : 1;
}

// Whole apps last: what their windows say after a while hangs on what the server says by then.
const sortKey = ({ code, what, level, file, test }: ExitRecord): string =>
  [code, what, level === 'e2e' ? 1 : 0, file, test].join('\n');

/** The codes that somebody was told, in order: on these all records of a row must agree. */
export const codesOf = ({ told, exit }: View): string =>
  [
    ...told.map((notice) =>
      'reason' in notice && typeof notice.reason !== 'string' ? `${notice.type} ${notice.reason.code}` : notice.type,
    ),
    exit === null ? 'stays' : `exit ${exit.reason.code}, rejoin ${exit.mayRejoin}`,
  ].join(', ');
