import type { AppSnapshot, CaptureView } from '#protocol/ipc/snapshot.ts';
import { type ReasonType, REASONS } from '#protocol/reasons.ts';
import type { Exit, Session, SessionIn } from '#protocol/session.ts';
import type { RemovedFromRoom } from '#protocol/wire/frame.ts';
import { FIRST_LOOK } from '#protocol/ipc/stageLook.ts';
import { MEDIA_DEFAULTS } from '#main/settings/mediaSettings.ts';

import { HERE, idOf, nameOf, NOW, ROOM, THERE } from './room.ts';

export const ON: CaptureView = { wanted: true, live: true, error: null, deviceId: null };
export const OFF: CaptureView = { wanted: false, live: false, error: null, deviceId: null };

/** All that the page knows, with everything in order; `but` says what is different. */
export function snapshotOf(session: Session, but: Partial<AppSnapshot> = {}): AppSnapshot {
  return {
    session,
    capture: { microphone: ON, camera: ON, screen: OFF },
    hosting: { state: 'shared', addresses: ['192.168.1.20:46011'] },
    prompt: null,
    settings: {
      displayName: nameOf(0),
      theme: 'system',
      highContrast: false,
      reducedMotion: false,
      textSize: 100,
      language: 'system',
      closeBehaviour: 'ask',
      joinWithMicrophone: true,
      joinWithCamera: true,
      aloneMinutes: 5,
      defaultServer: null,
      creationKey: 'none',
      askWhoIsHost: true,
      miniWindow: true,
      talkKey: 'Space',
      globalMute: null,
      globalLeave: null,
      microphoneId: null,
      cameraId: null,
      speakerId: null,
      recordingFolder: null,
      stageLook: FIRST_LOOK,
      ...MEDIA_DEFAULTS,
    },
    language: { tag: 'en', locale: 'en' },
    recent: [
      { server: HERE.server, room: ROOM, hosted: true, lastAt: NOW - 25 * 60_000 },
      { server: THERE.server, room: 'bqz-hdul-mre' as typeof ROOM, hosted: false, lastAt: NOW - 26 * 3_600_000 },
      {
        server: 'meet.example.org:8443',
        room: 'tya-ovnc-pwx' as typeof ROOM,
        hosted: false,
        lastAt: NOW - 4 * 86_400_000,
      },
    ],
    app: { version: '0.1.0', platform: 'linux', identityKept: true, settingsSetAside: null },
    ...but,
  };
}

/** What Ana (or nobody that is known) did to me. */
export function removalBy(but: Partial<RemovedFromRoom> = {}): RemovedFromRoom {
  return {
    type: 'removed-from-room',
    reason: '',
    roomWasEnded: false,
    peerWhoRemoved: { participant: idOf(0), name: nameOf(0) },
    locked: false,
    ...but,
  };
}

/** An exit by that reason, released, that may be undone. */
export function exitBy(type: ReasonType, but: Partial<Exit> = {}): Exit {
  return {
    reason: { ...REASONS[type], type },
    removal: null,
    error: null,
    mine: false,
    mayRejoin: true,
    at: NOW,
    released: true,
    ...but,
  };
}

export function over(type: ReasonType, but: Partial<Exit> = {}): SessionIn<'over'> {
  return { phase: 'over', target: THERE, exit: exitBy(type, but) };
}
