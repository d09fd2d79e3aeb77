import type { ParticipantId } from '#protocol/ids.ts';
import { needsHandOver } from '#meeting/session/handOver.ts';

import type { WindowPort } from '../ports.ts';
import type { PromptDesk } from '../prompts/promptDesk.ts';
import type { Entrances } from '../session/entrances.ts';
import type { Leaving } from '../session/leaving.ts';
import type { SettingsChanges } from '../settings/changes.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/** Leaving from outside of the window: by the tray, a shortcut, or the window's own close button. */
export interface AskedLeave {
  /** Leaves at once, or, where others would be left without a host, once it is known who is host after me. */
  leave(): void;
  /** Who is host next, as the person says; null: they stay after all. Not asked where it makes no difference. */
  ask(): Promise<{ readonly handOverTo?: ParticipantId | undefined } | null>;
}

export function createAskedLeave(parts: {
  readonly store: SnapshotStore;
  readonly prompts: PromptDesk;
  readonly leaving: Leaving;
  readonly entrances: Pick<Entrances, 'giveUp'>;
  readonly window: WindowPort;
  readonly settings: Pick<SettingsChanges, 'change'>;
}): AskedLeave {
  const { store, prompts, leaving, entrances, window, settings } = parts;

  const ask: AskedLeave['ask'] = async () => {
    const { session, settings: view } = store.current;
    if (!view.askWhoIsHost || !needsHandOver(session)) return {};
    // Whoever is on the way to another meeting does not want to go there any more.
    entrances.giveUp();
    window.show();
    const { answer, remember, handOverTo } = await prompts.ask({ kind: 'leave' });
    if (answer !== 'leave') return null;
    if (remember) settings.change({ askWhoIsHost: false });
    return { handOverTo };
  };
  return {
    ask,
    leave() {
      const { session, settings: view } = store.current;
      // Without a question it is done before this returns, also while the app is on its way out.
      if (!view.askWhoIsHost || !needsHandOver(session)) leaving.leave();
      else void ask().then((way) => (way === null ? undefined : leaving.leave(way.handOverTo)));
    },
  };
}
