import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import type { Session } from '#protocol/session.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { Stored } from '../settings/stored.ts';
import { type Known, redactLine } from './redact.ts';

/** What the machine and the runtime say of themselves. */
export interface Machine {
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** Names by which it, or whoever uses it, could be known. */
  readonly names: readonly string[];
}

/**
 * Settings that say nothing about anybody; they are passed on as they are. Of every other one, of those to come too,
 * only whether it is set.
 */
const PLAIN: ReadonlySet<string> = new Set<keyof Stored>([
  'theme',
  'highContrast',
  'reducedMotion',
  'textSize',
  'closeBehaviour',
  'joinWithMicrophone',
  'joinWithCamera',
  'aloneMinutes',
  'window',
  'miniPlace',
  'miniWindow',
  'askWhoIsHost',
  'talkKey',
  'globalMute',
  'globalLeave',
]);

/** Lines of the log that go into the file. */
export const MOST_LINES = 500;

/**
 * What somebody who is to find a fault wants to know, as JSON, to be read by whoever sends it: no key, no name, no
 * address, no meeting.
 */
export function collectDiagnostics(from: {
  readonly now: string;
  readonly snapshot: AppSnapshot;
  readonly settings: Stored;
  readonly machine: Machine;
  readonly lines: readonly string[];
}): string {
  const { now, snapshot, settings, machine, lines } = from;
  const known = knownFrom(snapshot, settings, machine);
  return `${JSON.stringify(
    {
      what: 'Parley diagnostics: no keys, names, addresses or meetings. Read it before you send it.',
      at: now,
      app: { version: snapshot.app.version, identityKept: snapshot.app.identityKept },
      machine: machine.facts,
      settings: settingsOf(settings),
      now: stateOf(snapshot),
      log: lines.slice(-MOST_LINES).map((line) => redactLine(line, known)),
    },
    null,
    1,
  )}\n`;
}

function knownFrom(snapshot: AppSnapshot, settings: Stored, machine: Machine): Known {
  return {
    names: [settings.displayName, ...namesIn(snapshot.session)],
    servers: [settings.defaultServer ?? '', ...settings.knownServers, ...settings.recent.map(({ server }) => server)],
    machine: machine.names,
  };
}

function namesIn(session: Session): readonly string[] {
  return isInside(session) ? Object.values(session.room.participants).map(({ name }) => name) : [];
}

function settingsOf(settings: Stored): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [key, PLAIN.has(key) ? value : whetherSet(value)]),
  );
}

function whetherSet(value: unknown): string {
  if (Array.isArray(value)) return `${value.length} kept`;
  return value === null || value === undefined || value === '' ? 'not set' : 'set';
}

function stateOf({ session, capture, hosting, prompt, recent }: AppSnapshot): Readonly<Record<string, unknown>> {
  const kinds = Object.entries(capture).map(([kind, { wanted, live, error }]) => [kind, { wanted, live, error }]);
  return {
    phase: session.phase,
    people: isInside(session) ? Object.keys(session.room.participants).length : 0,
    exit: session.phase === 'over' ? session.exit.reason : null,
    capture: Object.fromEntries(kinds) as unknown,
    hosting: hosting.state,
    prompt: prompt?.kind ?? null,
    recent: recent.length,
  };
}
