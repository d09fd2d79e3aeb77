/** Whose figures the goals are about. */
export const OURS = 'Parley';

export type Unit = 'ms' | 'µs' | 'messages/s' | 'KB' | 'MB' | '%' | '';

/** What each contestant's turn came to: at least one figure for each that had one. */
export type Round = Readonly<Record<string, readonly number[]>>;

/** The same work, done by each in turn, round after round: only ratios within a round say anything on a shared machine. */
export interface Comparison {
  readonly work: string;
  readonly unit: Unit;
  readonly rounds: readonly Round[];
  readonly goals: readonly Goal[];
  /** What a reader has to know beside the figures. */
  readonly note?: string;
}

/** A line of the performance paper. */
export interface Goal {
  readonly says: string;
  /** Null where there are no figures to judge by. */
  judge(comparison: Comparison): { readonly value: number; readonly met: boolean } | null;
}

/** How much of everything: `--quick` is for trying the bench itself. */
export interface Scale {
  readonly quick: boolean;
  /** Rounds that count. */
  readonly rounds: number;
  /** Rounds before them that do not. */
  readonly warmUp: number;
}

/** One thing that can be measured by itself: `npm run bench -- <name>`. */
export interface Scenario {
  readonly name: string;
  readonly group: 'server' | 'client';
  readonly about: string;
  /** Rejects where somebody was not told, or anything else went wrong: a wrong answer has no speed. */
  run(context: Context): Promise<readonly Comparison[]>;
}

export interface Context {
  readonly scale: Scale;
  /** Holds what the run leaves behind; removed afterwards. */
  readonly folder: string;
  /** The bundled programs of the bench. */
  readonly programs: string;
  /** Another build of Parley's server, to measure a change in pairs with it; null for none. */
  readonly before: string | null;
  readonly say: (text: string) => void;
}
