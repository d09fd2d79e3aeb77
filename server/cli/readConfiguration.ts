import { dirname, resolve } from 'node:path';

import { type Configuration, SETTING_NAMES, settingOf, type SettingName } from './configuration.ts';
import { type FileEntry, readConfigurationFile } from './configurationFile.ts';
import { crossChecks } from './crossChecks.ts';
import { check } from './form.ts';
import { ConfigurationError, type Problem, suggestion } from './problem.ts';

/** Everything that was said about the settings. */
export interface Said {
  /** What was given to flags, in order. */
  readonly flags: Readonly<Partial<Record<SettingName, readonly string[]>>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The configuration file; null for none. */
  readonly file: string | null;
  /** What is wrong with the command line itself. */
  readonly problems?: readonly Problem[];
}

export interface Read {
  readonly configuration: Configuration;
  /** Where each setting was said, the strongest first: `--port`, `PARLEY_PORT`; empty for the default. */
  readonly sources: Readonly<Record<SettingName, readonly string[]>>;
}

/**
 * A flag goes before its variable, a variable before the file, the file before the default. Throws a
 * {@link ConfigurationError} with everything that can't be meant.
 */
export function readConfiguration({ flags, environment, file, problems: before = [] }: Said): Read {
  const problems: Problem[] = [...before, ...strayVariables(environment)];
  const entries = entriesOf(file, problems);
  const values: Partial<Record<SettingName, unknown>> = {};
  const sources: Partial<Record<SettingName, readonly string[]>> = {};
  const broken = new Set<SettingName>();
  for (const name of SETTING_NAMES) {
    const said = saidOf(name, flags[name], environment, entries.get(name), file);
    const wrong = said.flatMap(({ problems: found }) => found);
    problems.push(...wrong);
    if (wrong.length > 0) broken.add(name);
    values[name] = valueOf(name, said);
    sources[name] = said.map(({ where }) => where);
  }
  const configuration = values as Configuration;
  problems.push(...crossChecks(configuration, broken));
  if (problems.length > 0) throw new ConfigurationError(problems);
  return { configuration, sources: sources as Read['sources'] };
}

/** One source's word on one setting. */
interface Saying {
  readonly where: string;
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

function saidOf(
  name: SettingName,
  flag: readonly string[] | undefined,
  environment: Said['environment'],
  entry: FileEntry | undefined,
  file: string | null,
): readonly Saying[] {
  const { flag: flagForm, variable, form, secret: isSecret = false } = settingOf(name);
  const text = environment[variable] ?? '';
  const here = process.cwd();
  const say = (where: string, given: unknown, folder: string): Saying => {
    const checked = check(form, given);
    if (!checked.ok) return { where, value: null, problems: checked.wrong.map((what) => ({ where, what })) };
    return { where, value: form.resolve ? form.resolve(checked.value, folder) : checked.value, problems: [] };
  };
  return [
    ...(flag === undefined ? [] : [say(flagForm?.split(' ', 1)[0] ?? name, form.read(flag), here)]),
    ...(text === '' ? [] : [say(variable, form.read([text]), here)]),
    ...(entry === undefined || file === null || isSecret
      ? []
      : [say(entry.where, entry.value, dirname(resolve(file)))]),
  ];
}

function valueOf(name: SettingName, said: readonly Saying[]): unknown {
  const { form, fallback } = settingOf(name);
  const good = said.filter(({ problems }) => problems.length === 0).map(({ value }) => value);
  if (good.length === 0) return form.resolve ? form.resolve(fallback, process.cwd()) : fallback;
  return form.merge ? form.merge([...good, fallback]) : good[0];
}

function entriesOf(file: string | null, problems: Problem[]): ReadonlyMap<string, FileEntry> {
  if (file === null) return new Map();
  try {
    const entries = readConfigurationFile(file);
    problems.push(...entries.flatMap(strayEntry));
    return new Map(entries.map((entry) => [entry.key, entry]));
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    problems.push(...error.problems);
    return new Map();
  }
}

function strayEntry({ key, where }: FileEntry): readonly Problem[] {
  const known = SETTING_NAMES.filter((name) => settingOf(name).secret !== true);
  if (known.some((name) => name === key)) return [];
  const hidden = SETTING_NAMES.find((name) => name === key);
  if (hidden !== undefined) {
    return [
      {
        where,
        what: `is a secret, and does not belong into a file that others read. Set ${settingOf(hidden).variable}.`,
      },
    ];
  }
  return [{ where, what: `is no setting.${suggestion(key, known)}` }];
}

/** A variable that was meant for this server, and is misspelt, would otherwise be passed over in silence. */
function strayVariables(environment: Said['environment']): readonly Problem[] {
  const known = ['PARLEY_CONFIG', ...SETTING_NAMES.map((name) => settingOf(name).variable)];
  return Object.keys(environment)
    .filter((name) => name.startsWith('PARLEY_') && !known.includes(name))
    .flatMap((name) => {
      const meant = suggestion(name, known);
      return meant === '' ? [] : [{ where: name, what: `is no setting.${meant}` }];
    });
}
