import type { Updates } from '#protocol/ipc/updates.ts';

import { joined, person } from '../room.ts';
import { snapshotOf } from '../snapshot.ts';
import type { StageState } from '../states.ts';

const IDLE = { phase: 'idle' } as const;
const READY: Updates = { state: 'ready', version: '1.4.0', onQuit: false };
const MEETING = joined([person(0, { role: 'host' }), person(1), person(2)]);
const { settings } = snapshotOf(IDLE);
const KEYS = { ...settings, globalMute: 'Control+Alt+M', globalLeave: 'Control+Alt+L' };

/** What Parley does outside of its window, as far as it shows inside. */
export const DESKTOP_STATES = {
  'desktop-update-ready': { snapshot: snapshotOf(IDLE, { updates: READY }) },
  'desktop-shortcut-taken': { snapshot: snapshotOf(MEETING, { settings: KEYS, shortcutsTaken: ['mute'] }) },
} as const satisfies Record<string, StageState>;
