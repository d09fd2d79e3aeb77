import type { SessionIn, Waiting } from '#protocol/session.ts';

import { HERE, idOf, nameOf, NOW, THERE } from '../room.ts';
import { OFF, over, snapshotOf } from '../snapshot.ts';
import type { StageState } from '../states.ts';

const IDLE = { phase: 'idle' } as const;
const preview = (but: Partial<SessionIn<'preview'>> = {}): SessionIn<'preview'> => ({
  phase: 'preview',
  target: THERE,
  role: 'guest',
  refusal: null,
  mayUnlock: false,
  ...but,
});
const waitingSince = (since: number, but: Partial<Waiting> = {}): SessionIn<'joining'> => ({
  phase: 'joining',
  target: THERE,
  role: 'guest',
  attempt: 1,
  waiting: { since, clockOffset: 0, appeal: false, lost: false, ...but },
});
const base = snapshotOf(IDLE);
const NEW = snapshotOf(IDLE, { recent: [], settings: { ...base.settings, displayName: '' } });
const INTERRUPTED = { ...THERE, lastAt: NOW - 60_000 };

/** Home and preview. */
export const OUTSIDE_STATES = {
  home: { snapshot: base },
  welcome: { snapshot: NEW },
  'welcome-name-needed': { snapshot: NEW, steps: [{ press: 'Continue' }] },
  'home-first-start': { snapshot: snapshotOf(IDLE, { recent: [] }) },
  'home-link-pasted': {
    snapshot: base,
    steps: [
      {
        fill: 'Meeting code or link',
        with: 'https://meet.example.org/join/kfr-wmbe-tqa#AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      },
    ],
  },
  'home-join-unclear': {
    snapshot: base,
    steps: [{ fill: 'Meeting code or link', with: 'tomorrow at nine' }, { press: 'Join' }],
  },
  'home-recording-kept': {
    snapshot: snapshotOf(IDLE, {
      recording: {
        id: 'one',
        state: 'kept',
        file: '/home/ana/Videos/Parley/Parley kfr-wmbe-tqa 2026-11-20 14.29.webm',
        since: NOW,
        problem: 'interrupted',
      },
    }),
  },
  'home-banners': {
    snapshot: snapshotOf(IDLE, {
      hosting: { state: 'failed', detail: 'address in use' },
      app: {
        version: '0.1.0',
        platform: 'linux',
        identityKept: false,
        settingsSetAside: 'settings-2026-11-20.broken.json',
      },
    }),
  },
  'home-interrupted': {
    snapshot: snapshotOf(IDLE, { app: { ...base.app, interrupted: { ...INTERRUPTED, mayRejoin: true } } }),
  },
  'home-interrupted-forgotten': {
    snapshot: snapshotOf(IDLE, {
      app: { ...base.app, identityKept: false, interrupted: { ...INTERRUPTED, mayRejoin: false } },
    }),
  },
  'home-left': { snapshot: snapshotOf(over('MANUAL_LEAVE_CALLED', { mine: true })) },
  'home-left-locked': {
    snapshot: snapshotOf({
      ...over('MANUAL_LEAVE_CALLED', { mine: true, mayRejoin: false }),
      wayBack: { role: 'guest', refusal: { code: 'room-locked' }, mayUnlock: false },
    }),
  },
  'home-left-locked-mine': {
    snapshot: snapshotOf({
      ...over('MANUAL_LEAVE_CALLED', { mine: true, mayRejoin: false }),
      wayBack: { role: 'host', refusal: { code: 'room-locked' }, mayUnlock: true },
    }),
  },
  'home-ended-by-me': { snapshot: snapshotOf(over('REMOVE_ALL', { mine: true })) },
  'home-ended-and-locked-by-me': { snapshot: snapshotOf(over('REMOVE_ALL', { mine: true, mayRejoin: false })) },
  receipts: { snapshot: base, steps: [{ press: 'What happened in earlier meetings' }] },
  'receipts-of-one': { snapshot: base, steps: [{ press: 'What happened in bqz-hdul-mre?' }] },
  'receipts-none': { snapshot: base, steps: [{ press: 'What happened in tya-ovnc-pwx?' }] },
  'preview-host': { snapshot: snapshotOf(preview({ target: HERE, role: 'host' })) },
  preview: { snapshot: snapshotOf(preview()) },
  'preview-viewer': { snapshot: snapshotOf(preview({ role: 'viewer' })) },
  'preview-speakers-full': { snapshot: snapshotOf(preview({ role: 'viewer', speakersFull: true })) },
  'preview-asking': { snapshot: snapshotOf(preview({ role: null })) },
  'preview-all-off': { snapshot: snapshotOf(preview(), { capture: { microphone: OFF, camera: OFF, screen: OFF } }) },
  'preview-no-devices': {
    snapshot: snapshotOf(preview(), {
      settings: { ...base.settings, displayName: '' },
      capture: {
        microphone: { wanted: true, live: false, error: 'capture-refused', deviceId: null },
        camera: { wanted: true, live: false, error: 'capture-not-found', deviceId: null },
        screen: OFF,
      },
    }),
  },
  'preview-device-menu': { snapshot: snapshotOf(preview()), steps: [{ press: 'Choose microphone' }] },
  'preview-speaker-test': { snapshot: snapshotOf(preview()), testSound: 0.4 },
  'preview-camera-menu': { snapshot: snapshotOf(preview()), steps: [{ press: 'Choose camera' }] },
  'preview-recorded': { snapshot: snapshotOf(preview({ recorded: true })) },
  'preview-name-needed': {
    snapshot: snapshotOf(preview()),
    steps: [{ fill: 'Your name', with: ' ' }, { press: 'Join now' }],
  },
  'preview-locked': { snapshot: snapshotOf(preview({ refusal: { code: 'room-locked' } })) },
  'preview-locked-mine': {
    snapshot: snapshotOf(preview({ target: HERE, role: 'host', refusal: { code: 'room-locked' }, mayUnlock: true })),
  },
  'preview-barred': { snapshot: snapshotOf(preview({ role: null, refusal: { code: 'barred' } })) },
  'preview-must-wait': { snapshot: snapshotOf(preview({ mustWait: true })) },
  'preview-not-admitted': {
    snapshot: snapshotOf(
      preview({
        refusal: { code: 'not-admitted' },
        turnedAway: { by: { participant: idOf(0), name: nameOf(0) }, note: 'We are in the middle of a hearing.' },
      }),
    ),
  },
  'preview-appeal': {
    snapshot: snapshotOf(preview({ role: null, refusal: { code: 'barred' }, mayAppeal: true })),
    steps: [{ fill: 'Message', with: 'That was my son on the keyboard. Sorry!' }],
  },
  'waiting-to-be-let-in': { snapshot: snapshotOf(waitingSince(NOW - 95_000)) },
  'waiting-reconnecting': { snapshot: snapshotOf(waitingSince(NOW - 95_000, { lost: true })) },
  'preview-unreachable': { snapshot: snapshotOf(preview({ role: null, refusal: { code: 'connection-failed' } })) },
  joining: { snapshot: snapshotOf({ phase: 'joining', target: THERE, role: 'guest', attempt: 1 }) },
  'joining-again': { snapshot: snapshotOf({ phase: 'joining', target: THERE, role: 'guest', attempt: 4 }) },
  going: { snapshot: snapshotOf(over('MANUAL_LEAVE_CALLED', { mine: true, released: false, at: NOW })) },
} as const satisfies Record<string, StageState>;
