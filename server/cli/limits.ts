import * as v from 'valibot';

import type { Limits } from '#protocol/wire/frame.ts';
import { DEFAULT_LIMITS, EMPTY_CLOSE_MS } from '#protocol/wire/limits.ts';

import { DEFAULT_GUARDS, DEFAULT_POLICIES, type Guards, type PolicyTimes } from '../options.ts';
import { type Form, split } from './form.ts';
import { suggestion } from './problem.ts';

/** How a server goes down, in ms; these are the command line's alone. */
export interface DrainTimes {
  /** After which people are told to come back. */
  readonly retryAfterMs: number;
  /** Which their connections have to close. */
  readonly drainMs: number;
  /** Between being not ready and telling those who are in, for a load balancer to notice; null: none. */
  readonly drainDelayMs: number | null;
}

const DEFAULT_DRAIN: DrainTimes = { retryAfterMs: 2_000, drainMs: 2_000, drainDelayMs: null };

/** What can be set by `--limit name=value`, with its default; null: there is no such limit. */
export const LIMITS: Readonly<Record<string, number | null>> = {
  ...DEFAULT_LIMITS,
  ...DEFAULT_GUARDS,
  emptyCloseMs: EMPTY_CLOSE_MS,
  ...DEFAULT_POLICIES,
  ...DEFAULT_DRAIN,
};

/** Limits by name, those that are set. Null lifts one that need not be there. */
export type LimitChoice = Readonly<Record<string, number | null>>;

const EXPECTED = 'name=value, as in graceMs=60000';
const MOST = 999_999_999_999;

/** Each limit for itself: a flag for one leaves those of the file as they are. */
export const limits: Form<LimitChoice> = {
  expected: EXPECTED,
  repeats: true,
  schema: v.pipe(
    v.record(v.string(), v.nullable(v.number())),
    v.check((given) => Object.entries(given).every(([name, value]) => wrongLimit(name, value) === null)),
  ),
  read: (texts) => Object.fromEntries(split(texts).map(readLimit)),
  explain: (given) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return [];
    return Object.entries(given).flatMap(([name, value]) => wrongLimit(name, value) ?? []);
  },
  // The strongest comes first, so it goes in last.
  merge: (choices) => Object.assign({}, ...[...choices].reverse()) as LimitChoice,
};

function readLimit(text: string): readonly [string, unknown] {
  const [name = '', value = ''] = text.split('=', 2).map((part) => part.trim());
  return [name, /^[1-9]\d*$/.test(value) ? Number(value) : value];
}

function wrongLimit(name: string, value: unknown): string | null {
  if (!Object.hasOwn(LIMITS, name)) {
    const names = Object.keys(LIMITS);
    return `knows no "${name}".${suggestion(name, names) || ` It knows ${names.join(', ')}.`}`;
  }
  if (value === null && LIMITS[name] === null) return null;
  const good = typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= MOST;
  return good ? null : `${name} must be a whole number above 0.`;
}

/** How long this server takes to go down. */
export function drainTimes(chosen: LimitChoice): DrainTimes {
  return { ...DEFAULT_DRAIN, ...pick(chosen, DEFAULT_DRAIN) };
}

/** The limits as the server takes them. */
export interface ServerLimits {
  readonly limits: Partial<Limits>;
  readonly guards: Partial<Guards>;
  readonly emptyCloseMs: number;
  readonly policies: Partial<PolicyTimes>;
}

export function serverLimits(chosen: LimitChoice): ServerLimits {
  return {
    limits: pick(chosen, DEFAULT_LIMITS),
    guards: pick(chosen, DEFAULT_GUARDS),
    emptyCloseMs: chosen.emptyCloseMs ?? EMPTY_CLOSE_MS,
    policies: pick(chosen, DEFAULT_POLICIES),
  };
}

function pick<T extends object>(chosen: LimitChoice, defaults: T): Partial<T> {
  return Object.fromEntries(Object.entries(chosen).filter(([name]) => Object.hasOwn(defaults, name))) as Partial<T>;
}
