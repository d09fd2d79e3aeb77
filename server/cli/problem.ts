/** Something in the settings that can't be meant, in words for who set it: where, and what to do about it. */
export interface Problem {
  /** A flag, a variable, or a file with line and key: `--port`, `PARLEY_PORT`, `parley.yaml:3 port`. */
  readonly where: string;
  /** Follows on `where` in a sentence: "must be a number from 0 to 65535, not "http"." Holds no secret. */
  readonly what: string;
}

/** Settings that can't be meant: all of them, so that nobody mends them one start at a time. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(inWords(problems));
    this.problems = problems;
  }

  /** For a single one. */
  static of(where: string, what: string): ConfigurationError {
    return new ConfigurationError([{ where, what }]);
  }
}

function inWords(problems: readonly Problem[]): string {
  const sentences = problems.map(({ where, what }) => `${where} ${what}`);
  if (sentences.length === 1) return sentences.join('');
  return [`${problems.length} settings can not be meant:`, ...sentences.map((sentence) => `  ${sentence}`)].join('\n');
}

/** The name that may have been meant by `name`, as ` Did you mean x?`; empty where none is near. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = known
    .map((candidate) => ({ candidate, away: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(
      ({ away, candidate }) => away <= Math.max(2, Math.floor(candidate.length / 5)) && away < candidate.length / 2 + 1,
    )
    .sort((one, other) => one.away - other.away)[0];
  return near === undefined ? '' : ` Did you mean ${near.candidate}?`;
}

/** Letters to insert, delete or replace until the one is the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [line, letter] of Array.from(one).entries()) {
    const next = [line + 1];
    for (const [column, candidate] of Array.from(other).entries()) {
      const replaced = (row[column] ?? 0) + (letter === candidate ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
