import type { Storage } from '../contract.ts';
import type { JoinTokens } from '../credentials/joinTokens.ts';
import type { Settings } from '../options.ts';
import type { Registry } from '../rooms/registry.ts';
import type { WindowLimit } from './limits.ts';

/** What everything that serves a connection or a request works with. */
export interface Services {
  readonly settings: Settings;
  readonly storage: Storage;
  readonly registry: Registry;
  readonly tokens: JoinTokens;
  /** Credentials that failed, by address. */
  readonly failures: WindowLimit;
  /** Rooms created, by address. */
  readonly creations: WindowLimit;
  /** Milliseconds to come back after, once the server goes down on purpose; null until then. */
  draining(): number | null;
}
