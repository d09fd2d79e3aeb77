import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';

import { joined, person } from '../room.ts';
import { snapshotOf } from '../snapshot.ts';
import type { StageState, Step } from '../states.ts';

const base = snapshotOf({ phase: 'idle' });
const OPEN: Step = { press: 'Settings' };
const SEARCH = 'Search settings';

/** The settings, opened at a section. */
const at = (section: string, snapshot: AppSnapshot = base): StageState => ({
  snapshot,
  steps: [OPEN, { press: section, role: 'tab' }],
});
const lookingFor = (words: string): StageState => ({
  snapshot: base,
  steps: [OPEN, { fill: SEARCH, with: words, role: 'searchbox' }],
});

/** The settings window, by section, and what its search finds. */
export const SETTINGS_STATES = {
  settings: { snapshot: base, steps: [OPEN] },
  'settings-meetings': at('Meetings'),
  'settings-devices': at('Devices'),
  'settings-shortcuts': at('Shortcuts'),
  'settings-appearance': at('Appearance'),
  'settings-privacy': at('Privacy'),
  'settings-privacy-one': {
    snapshot: base,
    steps: [OPEN, { press: 'Privacy', role: 'tab' }, { press: 'Delete: Who you are' }],
  },
  'settings-privacy-all': {
    snapshot: base,
    steps: [OPEN, { press: 'Privacy', role: 'tab' }, { press: 'Delete everything else' }],
  },
  'settings-servers': at('Servers'),
  'settings-creation-key': at(
    'Servers',
    snapshotOf(
      { phase: 'idle' },
      { settings: { ...base.settings, defaultServer: 'meet.example.org', creationKey: 'kept' } },
    ),
  ),
  'settings-advanced': at('Advanced'),
  'settings-licences': {
    snapshot: base,
    steps: [OPEN, { press: 'Advanced', role: 'tab' }, { press: 'Show the licences' }],
  },
  'settings-found': lookingFor('window'),
  'settings-nothing-found': lookingFor('weather in Lisbon'),
  'settings-in-meeting': {
    snapshot: snapshotOf(joined([person(0), person(1)])),
    steps: [{ press: 'Choose camera' }, { press: 'Device settings', role: 'menuitem' }],
  },
} as const satisfies Record<string, StageState>;
