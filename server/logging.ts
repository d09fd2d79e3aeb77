/** What an entry may hold: codes, counts and pseudonyms; never a token, key, SDP, address or name (invariant 12). */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Where the server tells what happens; pino's loggers fit. One entry for each meaningful transition. */
export interface Log {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** The same log, with these fields in every entry: which request or connection it is about. */
export function tagged(log: Log, tags: LogFields): Log {
  return new Tagged(log, tags);
}

/** There is one for each connection: a class, because closures would be three for each. */
class Tagged implements Log {
  readonly #log: Log;
  readonly #tags: LogFields;

  constructor(log: Log, tags: LogFields) {
    this.#log = log;
    this.#tags = tags;
  }

  info(fields: LogFields, message: string): void {
    this.#log.info({ ...this.#tags, ...fields }, message);
  }

  warn(fields: LogFields, message: string): void {
    this.#log.warn({ ...this.#tags, ...fields }, message);
  }

  error(fields: LogFields, message: string): void {
    this.#log.error({ ...this.#tags, ...fields }, message);
  }
}

/** Says nothing. */
export const SILENT: Log = { info: () => {}, warn: () => {}, error: () => {} };

/**
 * What a log may say of something thrown: its kind and code, not its message, which may quote what it stumbled over.
 */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as Error & { readonly code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
