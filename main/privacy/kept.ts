import type { Result } from '#protocol/errors.ts';
import { type Kept, KeptKind } from '#protocol/ipc/privacy.ts';

import type { CapturePolicy } from '../capture/capturePolicy.ts';
import type { HostingServer } from '../hosting/hosting.ts';
import type { KeptFiles, Log } from '../ports.ts';
import type { ReceiptsFile } from '../receipts/receiptsFile.ts';
import { refused } from '../results.ts';
import type { SettingsChanges } from '../settings/changes.ts';
import type { RecentMeetings } from '../settings/recentMeetings.ts';
import type { SettingsFile } from '../settings/settingsFile.ts';
import { DEFAULTS, type Stored } from '../settings/stored.ts';
import type { GlobalShortcuts } from '../shortcuts/globalShortcuts.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/** What Parley keeps on this computer, read where it is kept, and deleted there. */
export interface KeptThings {
  list(): readonly Kept[];
  /**
   * Deletes all of these kinds, and says what is kept then. `wrong-phase`, with nothing deleted, where one of them is
   * needed until the meeting is over or Parley is started anew; `not-deleted` where the disk does not let go of a file.
   */
  delete(kinds: readonly KeptKind[]): Result<readonly Kept[]>;
}

/** Settings that belong to another kind than `settings`. */
const ELSEWHERE = {
  identity: 'identity',
  hostingKey: 'identity',
  recent: 'recent',
  inside: 'way-back',
  unfinishedRecording: 'way-back',
  knownServers: 'servers',
  creationKey: 'servers',
} as const satisfies Partial<Record<keyof Stored, KeptKind>>;

const isElsewhere = (key: string): key is keyof typeof ELSEWHERE => Object.hasOwn(ELSEWHERE, key);

/** The settings of one kind. */
const ofKind = (stored: Stored, kind: KeptKind): Partial<Stored> =>
  Object.fromEntries(
    Object.entries(stored).filter(([key]) => (isElsewhere(key) ? ELSEWHERE[key] : 'settings') === kind),
  );

interface Parts {
  readonly store: SnapshotStore;
  readonly file: SettingsFile;
  readonly settings: SettingsChanges;
  readonly recent: RecentMeetings;
  readonly receipts: ReceiptsFile;
  readonly capture: CapturePolicy;
  readonly shortcuts: GlobalShortcuts;
  readonly hosting: HostingServer;
  readonly kept: KeptFiles;
  readonly log: Log;
}

export function createKeptThings(parts: Parts): KeptThings {
  return new Things(parts);
}

class Things implements KeptThings {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  list(): readonly Kept[] {
    return KeptKind.options.map((kind) => this.#look(kind));
  }

  delete(kinds: readonly KeptKind[]): Result<readonly Kept[]> {
    const held = kinds.filter((kind) => this.#deletable(kind) !== 'now');
    if (held.length > 0) return refused('wrong-phase', `${held.join(', ')} can not be deleted now`);
    this.#parts.log('kept-deleted', { kinds: kinds.join(' ') });
    const gone = kinds.map((kind) => this.#remove(kind));
    if (gone.includes(false)) return refused('not-deleted', 'a file could not be deleted');
    return { ok: true, value: this.list() };
  }

  #look(kind: KeptKind): Kept {
    const { entries, bytes } = this.#size(kind);
    return { kind, entries, bytes, deletable: this.#deletable(kind) };
  }

  #size(kind: KeptKind): Pick<Kept, 'entries' | 'bytes'> {
    const { file, receipts, kept } = this.#parts;
    const { values } = file;
    if (kind === 'receipts') return { entries: receipts.all.length, bytes: kept.bytes('receipts') };
    if (kind === 'logs' || kind === 'hosting') return { entries: null, bytes: kept.bytes(kind) };
    const own = ofKind(values, kind);
    const bytes = bytesOf(own);
    if (kind === 'settings') return { entries: null, bytes: bytes + kept.bytes('set-aside') };
    return { entries: entriesOf(own), bytes };
  }

  #deletable(kind: KeptKind): Kept['deletable'] {
    const { store, hosting } = this.#parts;
    const { phase } = store.current.session;
    const isBusy = phase !== 'idle' && phase !== 'over';
    // I am in it as who I am, and would not find back without either.
    if (isBusy && (kind === 'identity' || kind === 'way-back' || kind === 'hosting')) return 'after-meeting';
    if (kind === 'hosting' && hosting.view.state !== 'off') return 'after-restart';
    return 'now';
  }

  /** False where the disk did not let go of it. */
  #remove(kind: KeptKind): boolean {
    const { file, settings, recent, receipts, capture, shortcuts, kept } = this.#parts;
    switch (kind) {
      case 'logs':
      case 'hosting':
        return kept.remove(kind);
      case 'receipts':
        receipts.forgetAll();
        return kept.bytes('receipts') === 0;
      case 'recent':
        recent.forgetAll();
        settings.showRecent();
        return true;
      case 'settings':
        for (const action of ['mute', 'leave'] as const) shortcuts.set(action, null);
        for (const device of ['microphone', 'camera', 'speaker'] as const) capture.choose(device, null);
        settings.change(ofKind(DEFAULTS, kind));
        return kept.remove('set-aside');
      case 'servers':
        settings.forgetServers();
        return true;
      case 'identity':
      case 'way-back':
        file.write(ofKind(DEFAULTS, kind));
        return true;
    }
  }
}

/** Lists by their members, all else by whether it is there. */
function entriesOf(values: Partial<Stored>): number {
  return Object.values(values).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) ? value.length : value === null ? 0 : 1),
    0,
  );
}

/** As in the file; what is as it always was takes no room worth telling. */
function bytesOf(values: Partial<Stored>): number {
  const set = Object.entries(values).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULTS[key as keyof Stored]),
  );
  return set.length === 0 ? 0 : Buffer.byteLength(JSON.stringify(Object.fromEntries(set)));
}
