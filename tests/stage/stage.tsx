// Shows the app in any state without main: stage/index.html?state=meeting-5&theme=dark. A test fixture.
import '#renderer/ui/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { loadCatalogue, type LoadCatalogue } from '#languages/catalogues.ts';
import { resolveLanguage } from '#languages/resolve.ts';
import type { AppSnapshot, SettingsView } from '#protocol/ipc/snapshot.ts';
import { PARTS } from '#renderer/app/parts.ts';
import { Root } from '#renderer/app/Root.tsx';
import { createSnapshotStore } from '#renderer/bridge/snapshotStore.ts';
import type { MediaView, RemoteMedia } from '#renderer/media/contract.ts';
import { createWords } from '#renderer/words/words.ts';

import { fakeBridge, type FakeBridge } from './fakeBridge.ts';
import { type FakeEngine, fakeEngine } from './fakeEngine.ts';
import { pseudoCatalogue } from './pseudo.ts';
import { portrait } from './portraits.ts';
import { RATES } from './quality.ts';
import { NOW } from './room.ts';
import { sharedScreen } from './sharedScreen.ts';
import type { StageLanguage } from './languages.ts';
import { type StageState, STATE_NAMES, STATES, type StateName, type Step } from './states.ts';

declare global {
  interface Window {
    /** For whoever drives the page: what there is to see, how to get there, and main's place. */
    readonly stage: {
      readonly names: readonly string[];
      readonly steps: readonly Step[];
      /** Lets main tell what belongs to the state, when everything else is there. */
      tell(): void;
      /** As it was shown first. */
      readonly snapshot: AppSnapshot;
      readonly bridge: FakeBridge;
      readonly engine: FakeEngine;
      readonly missing: readonly string[];
      /** As the settings would: a theme, or one in high contrast. */
      turn(look: string): void;
      /** The same for the language. */
      speak(language: StageLanguage): void;
    };
  }
}

const asked = new URLSearchParams(location.search);
const name = asked.get('state') ?? 'home';
const look = asked.get('theme') ?? '';
const isKnown = (candidate: string): candidate is StateName => candidate in STATES;
if (!isKnown(name)) throw new Error(`no such state: ${name}; there are ${STATE_NAMES.join(', ')}`);
const state: StageState = STATES[name];

let snapshot: AppSnapshot = {
  ...state.snapshot,
  settings: { ...state.snapshot.settings, ...appearanceOf(look) },
};

/** The settings of a look: `dark`, or `dark-contrast`. */
function appearanceOf(look: string): Partial<SettingsView> {
  const [theme, contrast] = look.split('-');
  return theme === 'dark' || theme === 'light' ? { theme, highContrast: contrast === 'contrast' } : {};
}

function remoteOf(id: string, seed: number, camera: boolean): RemoteMedia {
  const link = state.links?.[id] ?? 'connected';
  const hasVideo = camera && link === 'connected';
  return {
    stream: hasVideo ? portrait(seed) : null,
    screen: state.screens?.includes(id) === true ? sharedScreen() : null,
    hasVideo,
    link,
    speaking: state.speaking?.includes(id) ?? false,
  };
}

function mediaOf({ session, capture }: AppSnapshot): Partial<MediaView> {
  const people = 'room' in session ? Object.values(session.room.participants) : [];
  return {
    local: {
      video: capture.camera.live ? portrait(0) : null,
      screen: null,
      audioLevel: capture.microphone.live ? 0.3 : 0,
      unheard: state.unheard ?? false,
      speaking: false,
    },
    remotes: Object.fromEntries(people.slice(1).map(({ id, media }, at) => [id, remoteOf(id, at + 1, media.camera)])),
    microphones: [
      { id: 'mic-1', label: 'Built-in microphone' },
      { id: 'mic-2', label: 'Jabra Evolve2 65' },
    ],
    cameras: [
      { id: 'cam-1', label: 'Integrated webcam' },
      { id: 'cam-2', label: 'Logitech Brio' },
    ],
    speakers: [
      { id: 'spk-1', label: 'Built-in speakers' },
      { id: 'spk-2', label: 'Jabra Evolve2 65' },
    ],
    holding: session.phase === 'over' && !session.exit.released,
    testSound: state.testSound ?? null,
  };
}

// Everybody sees the same minute, so that two pictures of one state are alike.
Date.now = () => NOW;
const missing: string[] = [];
const bridge = fakeBridge(snapshot, state.chat);
if (state.sources) bridge.say('share:sources', state.sources);
const inside = snapshot.session.phase === 'reconnecting';
if (inside) bridge.refuse('room:end', 'offline');
const change = (next: Partial<AppSnapshot>): void => {
  snapshot = { ...snapshot, ...next };
  bridge.push('snapshot', snapshot);
};
const turn = (next: string): void => change({ settings: { ...snapshot.settings, ...appearanceOf(next) } });
let isPseudo = false;
const load: LoadCatalogue = (tag) => (isPseudo ? Promise.resolve(pseudoCatalogue()) : loadCatalogue(tag));
const speak = (next: StageLanguage): void => {
  isPseudo = next === 'pseudo';
  // In the place of French, which has the same plural forms.
  const tag = next === 'pseudo' ? 'fr' : next;
  change({ language: resolveLanguage(tag, []) });
};
const engine = fakeEngine(mediaOf(snapshot));
engine.grade(state.grades ?? {});
const steps = state.steps ?? [];
const tell = (): void => {
  engine.measure(RATES);
  for (const notice of state.told ?? []) bridge.push('notice', notice);
};
Object.assign(window, { stage: { names: STATE_NAMES, steps, tell, snapshot, bridge, engine, missing, turn, speak } });

// Nobody has to wait for a part of the program, as in an app that has been open for a second.
await Promise.all(PARTS.map(({ bring }) => bring()));
const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <Root
      parley={{ bridge, store: createSnapshotStore(bridge), engine }}
      words={createWords((key) => missing.push(key))}
      load={load}
      onError={(error) => reportError(error)}
    />
  </StrictMode>,
);
