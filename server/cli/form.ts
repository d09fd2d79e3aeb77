import { resolve } from 'node:path';

import * as v from 'valibot';

import { parseStrictJson } from '../transport/strictJson.ts';

/** What a setting's value looks like: as text in flags and variables, as data in the file. */
export interface Form<Value> {
  /** What must be given, in words that follow on "must be". */
  readonly expected: string;
  readonly schema: v.GenericSchema<unknown, Value>;
  /** What the file would hold for these texts: all of a flag's, in order, or a variable's one. */
  readonly read: (texts: readonly string[]) => unknown;
  /** What is wrong with something that the schema refuses, if it can be told more closely; follows on the setting's name. */
  readonly explain?: (given: unknown) => readonly string[];
  /** What several sources come to, the strongest first; the strongest alone where this is not there. */
  readonly merge?: (values: readonly Value[]) => Value;
  /** The value as it is meant where it was said: a path from the file's folder. */
  readonly resolve?: (value: Value, folder: string) => Value;
  /** A flag may be repeated. */
  readonly repeats?: boolean;
  /** What was given may hold a secret, and is not repeated in a complaint. */
  readonly confidential?: boolean;
}

const last = (texts: readonly string[]): string => texts.at(-1) ?? '';

/** Comma-separated and repeated texts as one list. */
export const split = (texts: readonly string[]): readonly string[] =>
  texts
    .flatMap((text) => text.split(','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

export function text(expected: string, form = /\S/): Form<string> {
  return { expected, schema: v.pipe(v.string(), v.regex(form)), read: last };
}

/** Text that nobody is shown. */
export function secret(expected: string, form: RegExp): Form<string | null> {
  return { ...orNone(text(expected, form)), confidential: true };
}

export function wholeNumber(least: number, most: number): Form<number> {
  return {
    expected: `a number from ${least} to ${most}`,
    schema: v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)),
    read: (texts) => (/^\d+$/.test(last(texts)) ? Number(last(texts)) : last(texts)),
  };
}

export function choice<const Options extends readonly string[]>(options: Options): Form<Options[number]> {
  return { expected: `one of ${options.join(', ')}`, schema: v.picklist(options), read: last };
}

/** A file or folder; in the configuration file its path goes from there. */
export function path(expected: string): Form<string> {
  return { ...text(expected), resolve: (value, folder) => resolve(folder, value) };
}

/** Texts of one form: a list in the file, elsewhere with commas or repeated. */
export function list(expected: string, form: RegExp): Form<readonly string[]> {
  return { expected, schema: v.array(v.pipe(v.string(), v.regex(form))), read: split, repeats: true };
}

/** What the file has as it is, and a variable as JSON. */
export function json<Value>(expected: string, schema: v.GenericSchema<unknown, Value>): Form<Value> {
  return {
    expected,
    schema,
    read: (texts) => {
      const parsed = parseStrictJson(last(texts));
      return parsed.ok ? parsed.value : last(texts);
    },
  };
}

/** The same, or none of it: null in the file, nothing in a flag. */
export function orNone<Value>(form: Form<Value>): Form<Value | null> {
  const { resolve: toAbsolute, merge: _, ...rest } = form;
  return {
    ...rest,
    schema: v.nullable(form.schema),
    read: (texts) => (last(texts) === '' ? null : form.read(texts)),
    ...(toAbsolute && { resolve: (value, folder) => (value === null ? null : toAbsolute(value, folder)) }),
  };
}

/** The value, or what is wrong with what was given, in words that follow on the setting's name. */
export function check<Value>(
  form: Form<Value>,
  given: unknown,
): { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly wrong: readonly string[] } {
  const result = v.safeParse(form.schema, given);
  if (result.success) return { ok: true, value: result.output };
  const closer = form.explain?.(given) ?? [];
  if (closer.length > 0) return { ok: false, wrong: closer };
  const instead = form.confidential === true ? '' : `, not ${shown(given)}`;
  return { ok: false, wrong: [`must be ${form.expected}${instead}.`] };
}

const MOST_SHOWN = 60;

function shown(given: unknown): string {
  const words = JSON.stringify(given) ?? String(given);
  return words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN)}...` : words;
}
