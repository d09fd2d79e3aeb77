import { Command, Option } from 'commander';

import { type Setting, SETTING_NAMES, settingOf, type SettingName } from './configuration.ts';
import { LIMITS } from './limits.ts';
import { type Problem, suggestion } from './problem.ts';
import type { Said } from './readConfiguration.ts';

/** Put in when it is bundled, which is the only way in which the command is run. */
declare const PARLEY_VERSION: string;

/** What was asked for on the command line. */
export interface CommandLine {
  readonly said: Said;
  /** `run` the server; `check` or `print` the settings, ask for the `health` of one that runs, or show a new key, and end. */
  readonly task: 'run' | 'check' | 'print' | 'health' | { readonly newApiKey: string };
}

interface Options {
  readonly config?: string;
  readonly check?: true;
  readonly printConfig?: true;
  readonly health?: true;
  readonly newApiKey?: string;
}

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

/** Throws commander's error for `--help`, which has been shown then, and where a flag lacks its value. */
export function readCommandLine(argv: readonly string[], environment: Said['environment']): CommandLine {
  const flags = new Map<SettingName, Option>();
  const command = new Command('parley-server')
    .description('The Parley signaling server.')
    .version(PARLEY_VERSION)
    .addOption(new Option('--config <file>', 'YAML with settings (env: PARLEY_CONFIG)'));
  for (const name of SETTING_NAMES) {
    const option = optionOf(settingOf(name));
    if (option === null) continue;
    flags.set(name, option);
    command.addOption(option);
  }
  command
    .addOption(new Option('--check', 'say whether the settings are good, and end'))
    .addOption(new Option('--print-config', 'show what all settings come to, without secrets, and end'))
    .addOption(new Option('--health', 'ask the server that runs with these settings whether it is well, and end'))
    .addOption(new Option('--new-api-key <name>', 'show a new API key and what to put into that file, and end'))
    .addHelpText('after', moreHelp())
    .allowUnknownOption()
    .allowExcessArguments()
    .exitOverride()
    .parse([...argv], { from: 'user' });
  const options = command.opts<Options & Readonly<Record<string, readonly string[]>>>();
  const given = [...flags].flatMap(([name, option]) => {
    const texts = options[option.attributeName()];
    return texts === undefined ? [] : [[name, texts] as const];
  });
  const file = options.config ?? environment.PARLEY_CONFIG ?? '';
  return {
    said: {
      flags: Object.fromEntries(given),
      environment,
      file: file === '' ? null : file,
      problems: strays(command.args, command.options),
    },
    task: taskOf(options),
  };
}

function taskOf({ newApiKey, check, printConfig, health }: Options): CommandLine['task'] {
  if (newApiKey !== undefined) return { newApiKey };
  if (printConfig) return 'print';
  if (health) return 'health';
  return check ? 'check' : 'run';
}

function optionOf({ flag, variable, is, form, fallback }: Setting<unknown>): Option | null {
  if (flag === undefined) return null;
  const repeats = form.repeats === true ? '; may be repeated' : '';
  const standing = defaultInWords(fallback);
  const otherwise = standing === '' ? '' : `default: ${standing}, `;
  return new Option(flag, `${is.replaceAll('`', '')}${repeats} (${otherwise}env: ${variable})`).argParser(collect);
}

/** The default as --help and the documents have it; empty for none. */
export function defaultInWords(fallback: unknown): string {
  if (fallback === null || (typeof fallback === 'object' && Object.keys(fallback).length === 0)) return '';
  return typeof fallback === 'string' ? fallback : JSON.stringify(fallback);
}

function moreHelp(): string {
  const secrets = SETTING_NAMES.map(settingOf).filter(({ secret }) => secret === true);
  return [
    '',
    'Secrets come from the environment, never from flags, which everybody on the machine can read:',
    ...secrets.map(({ variable, is }) => `  ${variable}: ${is.replaceAll('`', '')}`),
    '',
    'Limits, with their defaults:',
    ...Object.entries(LIMITS).map(([name, standing]) => `  ${name}=${standing ?? ''}`),
    '',
    'A flag goes before its variable, a variable before the file, the file before the default.',
    '',
  ].join('\n');
}

/** Flags that there are not. What stands alone is complained of where no unknown flag could have taken it. */
function strays(args: readonly string[], options: readonly Option[]): readonly Problem[] {
  const known = options.map(({ long }) => long ?? '');
  const unknown = args.filter((arg) => arg.startsWith('-')).map((arg) => arg.split('=', 1)[0] ?? arg);
  if (unknown.length === 0) return args.map((where) => ({ where, what: 'stands alone: no flag takes it.' }));
  return unknown.map((where) => ({ where, what: `is no flag.${suggestion(where, known)}` }));
}
