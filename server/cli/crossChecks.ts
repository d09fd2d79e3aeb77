import { iceProblem } from '../credentials/iceServers.ts';
import { DEFAULT_GUARDS, limitsProblem } from '../options.ts';
import { readApiKeys } from './apiKeyFile.ts';
import { readCertificatePair } from './certificateFiles.ts';
import type { Configuration, SettingName } from './configuration.ts';
import { serverLimits } from './limits.ts';
import { ConfigurationError, type Problem } from './problem.ts';
import { rolesOf } from './rolesFile.ts';
import { turnSecretOf } from './turnSecret.ts';

/** Settings that must fit each other, or the files that they name. */
interface CrossCheck {
  /** Looked at only where these are good by themselves: one mistake is told once. */
  readonly of: readonly SettingName[];
  /** Throws a {@link ConfigurationError}, or answers in words that stand alone; null where all is well. */
  problem(configuration: Configuration): string | null;
}

const CHECKS: readonly CrossCheck[] = [
  {
    of: ['limits'],
    problem: ({ limits }) => limitsProblem(serverLimits(limits).limits),
  },
  {
    of: ['iceServers', 'iceTransportPolicy', 'limits', 'turnSecret', 'turnSecretFile'],
    problem: (configuration) => {
      const { iceServers, iceTransportPolicy, limits } = configuration;
      const { turnMs } = { ...DEFAULT_GUARDS, ...serverLimits(limits).guards };
      return iceProblem({ iceServers, iceTransportPolicy, turnSecret: turnSecretOf(configuration), turnMs });
    },
  },
  {
    of: ['tlsCert', 'tlsKey'],
    problem: (configuration) => {
      readCertificatePair(configuration);
      return null;
    },
  },
  {
    of: ['roles', 'speakers'],
    problem: (configuration) => {
      rolesOf(configuration);
      return null;
    },
  },
  {
    of: ['apiKeys'],
    problem: ({ apiKeys }) => {
      if (apiKeys !== null) readApiKeys(apiKeys);
      return null;
    },
  },
];

/** What does not fit together, for settings of which none is in `broken`. */
export function crossChecks(configuration: Configuration, broken: ReadonlySet<SettingName>): readonly Problem[] {
  return CHECKS.filter(({ of }) => !of.some((name) => broken.has(name))).flatMap((check) => {
    try {
      const what = check.problem(configuration);
      return what === null ? [] : [{ where: `${check.of[0] ?? ''}:`, what }];
    } catch (error) {
      if (error instanceof ConfigurationError) return error.problems;
      throw error;
    }
  });
}
