import { Document, isMap, isScalar } from 'yaml';

import { type Configuration, SETTING_NAMES, settingOf, type SettingName } from './configuration.ts';
import { LIMITS } from './limits.ts';
import type { Read } from './readConfiguration.ts';

/** The configuration as it may be shown and logged: without secrets, ICE servers by their addresses, limits in full. */
export function shown(configuration: Configuration): Readonly<Record<string, unknown>> {
  const { iceServers, limits, webhook } = configuration;
  const open = SETTING_NAMES.filter((name) => settingOf(name).secret !== true);
  return {
    ...Object.fromEntries(open.map((name) => [name, configuration[name]])),
    iceServers: iceServers.flatMap(({ urls }) => urls),
    // What follows the host may be a secret of the receiver's.
    webhook: webhook === null ? null : new URL(webhook).origin,
    limits: { ...LIMITS, ...limits },
  };
}

/** The same as a configuration file, with a word to each setting on where it was said. Says which secrets are set. */
export function asFile({ configuration, sources }: Read): string {
  const document = new Document(shown(configuration));
  for (const { key } of isMap(document.contents) ? document.contents.items : []) {
    if (isScalar(key)) key.commentBefore = ` ${sourceOf(sources[key.value as SettingName])}`;
  }
  const secrets = SETTING_NAMES.filter((name) => settingOf(name).secret === true && configuration[name] !== null);
  if (secrets.length > 0) {
    document.comment = ` Not shown: ${secrets.map((name) => settingOf(name).variable).join(', ')}`;
  }
  return document.toString({ lineWidth: 0 });
}

const sourceOf = (said: readonly string[]): string => (said.length === 0 ? 'default' : `from ${said.join(', ')}`);
