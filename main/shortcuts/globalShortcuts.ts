import type { Result } from '#protocol/errors.ts';
import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import { GlobalAction } from '#protocol/ipc/shortcuts.ts';

import { isInMeeting } from '../capture/phases.ts';
import type { Log, ShortcutPort } from '../ports.ts';
import { done, refused } from '../results.ts';
import type { SettingsChanges } from '../settings/changes.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/** Keys that work from anywhere on the computer. Off until they are set, and only while I am in a meeting. */
export interface GlobalShortcuts {
  /**
   * Sets the keys of an action, or takes them away. `shortcut-taken` where another program, or the desktop itself, holds
   * them, `shortcut-twice` where my other action does; then all stays as it was.
   */
  set(action: GlobalAction, keys: string | null): Result<null>;
  /** While keys are being chosen, those of now are not acted on. */
  pause(on: boolean): void;
  release(): void;
}

interface Parts {
  readonly store: SnapshotStore;
  readonly settings: Pick<SettingsChanges, 'change'>;
  readonly shortcuts: ShortcutPort;
  readonly act: (action: GlobalAction) => void;
  readonly log: Log;
}

export function createGlobalShortcuts(parts: Parts): GlobalShortcuts {
  const shortcuts = new Shortcuts(parts);
  parts.store.onChange((snapshot, before) => {
    if (snapshot.session !== before.session) shortcuts.follow(snapshot);
  });
  return shortcuts;
}

const STORED = { mute: 'globalMute', leave: 'globalLeave' } as const;
const other = (action: GlobalAction): GlobalAction => (action === 'mute' ? 'leave' : 'mute');

class Shortcuts implements GlobalShortcuts {
  readonly #parts: Parts;
  readonly #held = new Map<GlobalAction, string>();
  #paused = false;
  #released = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  follow(snapshot: AppSnapshot): void {
    const on = isInMeeting(snapshot.session) && !this.#released;
    const taken = GlobalAction.options.filter((action) => {
      const keys = on ? snapshot.settings[STORED[action]] : null;
      return !this.#hold(action, keys);
    });
    this.#parts.store.patch({ shortcutsTaken: sameOr(snapshot.shortcutsTaken ?? [], taken) });
  }

  set(action: GlobalAction, keys: string | null): Result<null> {
    const { store, settings, log } = this.#parts;
    if (keys !== null && keys === store.current.settings[STORED[other(action)]]) return refused('shortcut-twice');
    const before = this.#held.get(action) ?? null;
    if (!this.#hold(action, keys)) {
      this.#hold(action, before);
      log('shortcut-taken', { action });
      return refused('shortcut-taken');
    }
    settings.change({ [STORED[action]]: keys });
    // Outside of a meeting they were held only to see whether they are free.
    this.follow(store.current);
    return done;
  }

  pause(on: boolean): void {
    this.#paused = on;
  }

  release(): void {
    this.#released = true;
    for (const action of GlobalAction.options) this.#hold(action, null);
  }

  /** Holds exactly these keys for the action; false where they can't be had. */
  #hold(action: GlobalAction, keys: string | null): boolean {
    const { shortcuts } = this.#parts;
    const before = this.#held.get(action) ?? null;
    if (before === keys) return true;
    if (before !== null) shortcuts.unregister(before);
    this.#held.delete(action);
    if (keys === null) return true;
    const got = shortcuts.register(keys, () => this.#pressed(action));
    if (got) this.#held.set(action, keys);
    return got;
  }

  #pressed(action: GlobalAction): void {
    if (!this.#paused) this.#parts.act(action);
  }
}

/** The list that is there already, where it says the same: what has not changed is not pushed. */
function sameOr<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  return before.length === now.length && before.every((each, at) => each === now[at]) ? before : now;
}
