import type { AppSnapshot, CaptureView, SettingsView } from '#protocol/ipc/snapshot.ts';
import type { SessionPhase } from '#protocol/session.ts';

import type { MediaEnvironment } from '../environment.ts';
import { createReconciler } from '../lifetime/reconciler.ts';
import type { Scope } from '../lifetime/scope.ts';
import { createTimer } from '../lifetime/timer.ts';
import { createPicture, type Picture } from '../blur/picture.ts';
import { adjust, asksOf } from './asks.ts';
import { Capture, type CaptureGoal, NOTHING_WANTED } from './capture.ts';
import { type DeviceLists, deviceLists, NO_DEVICES } from './deviceLists.ts';
import type { DeviceNews } from './deviceNews.ts';
import { earGoal } from './earGoal.ts';
import { type DeviceKind, openDevice } from './openDevice.ts';
import { openScreen } from './openScreen.ts';
import { ScreenCapture } from './screenCapture.ts';

/** The microphone, the camera, a shared screen, and what there is to choose from. */
export interface Captures {
  readonly microphone: Capture;
  readonly camera: Capture;
  /** The microphone while I am muted, where I want to be told that I talk. Nothing of it is ever sent. */
  readonly ear: Capture;
  readonly screen: ScreenCapture;
  /** The camera's, as it leaves this machine. */
  readonly picture: Picture;
  readonly lists: DeviceLists;
  /**
   * From now on `lists` is what is there; on the way into a meeting it is so by itself. Not before: to look, the browser
   * starts programs for sound and for video.
   */
  findDevices(): void;
  apply(snapshot: Pick<AppSnapshot, 'session' | 'capture' | 'share' | 'settings'>): void;
  /** Settles when no device is opening or closing. */
  settled(): Promise<void>;
}

/**
 * Milliseconds between two looks at what is plugged in, while devices may be open: not every system says so by itself (a
 * sound server without udev does not). Where it does, the browser answers from memory.
 */
const LOOK_MS = 3_000;

/** Phases in which a wish for a device is followed; in all others every device is closed. */
const CAPTURING: ReadonlySet<SessionPhase> = new Set(['preview', 'joining', 'joined', 'reconnecting']);

interface CapturesOptions {
  readonly environment: MediaEnvironment;
  readonly scope: Scope;
  readonly onChange: () => void;
  readonly onNews: (news: DeviceNews) => void;
}

/** A screen is shown to people in a room, and to nobody before. */
const SHARING: ReadonlySet<SessionPhase> = new Set(['joined', 'reconnecting']);

export function createCaptures({ environment, scope, onChange: tell, onNews }: CapturesOptions): Captures {
  const { devices, now, onFault } = environment;
  let isBlurred = false;
  let lists = NO_DEVICES;
  /** What `lists` was made of. */
  let known = '';

  const create = (kind: DeviceKind, tellNews: CapturesOptions['onNews']): Capture =>
    new Capture({
      open: async (deviceId, asks) => {
        const track = await openDevice(devices, kind, deviceId, asks);
        // Labels and ids may be hidden until a device was opened.
        refresher.aim(null);
        return track;
      },
      adjust,
      label(track) {
        const { deviceId, groupId } = track.getSettings();
        return lists.labelOf(deviceId, groupId) || track.label;
      },
      async look() {
        const all = deviceLists(await devices.enumerateDevices());
        return new Set((kind === 'microphone' ? all.microphones : all.cameras).map(({ id }) => id));
      },
      now,
      onChange,
      onNews: (news) => tellNews({ kind, ...news }),
      onFault,
    });

  const refresher = createReconciler<null>(async () => {
    const found = await devices.enumerateDevices();
    if (scope.closed) return;
    const next = JSON.stringify(found);
    if (next === known) return;
    known = next;
    lists = deviceLists(found);
    microphone.devicesChanged(new Set(lists.microphones.map(({ id }) => id)));
    ear.devicesChanged(new Set(lists.microphones.map(({ id }) => id)));
    camera.devicesChanged(new Set(lists.cameras.map(({ id }) => id)));
    onChange();
  }, onFault);

  const picture = createPicture({
    onChange: tell,
    onFailed(fault) {
      onFault(fault);
      onNews({ kind: 'camera', what: 'not-blurred' });
    },
  });
  const onChange = (): void => {
    picture.follow(camera.track, isBlurred);
    tell();
  };
  const microphone = create('microphone', onNews);
  const camera = create('camera', onNews);
  // What becomes of a microphone that nobody hears is no news.
  const ear = create('microphone', () => undefined);
  const screen = new ScreenCapture({ open: (sound) => openScreen(devices, sound), onChange, onFault });
  const onDevices = (): void => refresher.aim(null);
  const looking = createTimer(environment.after);
  const lookAgain = (): void => {
    refresher.aim(null);
    looking.set(LOOK_MS, lookAgain);
  };
  let isLooking = false;
  let isFollowing = false;
  const findDevices = (): void => {
    if (isFollowing || scope.closed) return;
    isFollowing = true;
    devices.addEventListener('devicechange', onDevices);
    refresher.aim(null);
  };

  const settled = async (): Promise<void> => {
    await Promise.all([microphone.settled(), ear.settled(), camera.settled(), screen.settled()]);
  };
  scope.own(async () => {
    devices.removeEventListener('devicechange', onDevices);
    looking.cancel();
    microphone.aim(NOTHING_WANTED);
    ear.aim(NOTHING_WANTED);
    camera.aim(NOTHING_WANTED);
    screen.aim({ on: false, sound: false });
    await settled();
  });

  return {
    microphone,
    ear,
    camera,
    screen,
    picture,
    get lists() {
      return lists;
    },
    findDevices,
    apply({ session, capture, share, settings }) {
      if (CAPTURING.has(session.phase)) findDevices();
      if (isBlurred !== settings.backgroundBlur) {
        isBlurred = settings.backgroundBlur;
        onChange();
      }
      if (isLooking !== CAPTURING.has(session.phase)) {
        isLooking = !isLooking;
        if (isLooking) looking.set(LOOK_MS, lookAgain);
        else looking.cancel();
      }
      microphone.aim(goalOf('microphone', session.phase, capture.microphone, settings));
      ear.aim(earGoal(session, capture.microphone, settings));
      camera.aim(goalOf('camera', session.phase, capture.camera, settings));
      screen.aim({ on: capture.screen.wanted && SHARING.has(session.phase), sound: share?.sound ?? false });
    },
    settled,
  };
}

function goalOf(
  kind: DeviceKind,
  phase: SessionPhase,
  { wanted, deviceId }: CaptureView,
  settings: SettingsView,
): CaptureGoal {
  return wanted && CAPTURING.has(phase) ? { on: true, deviceId, asks: asksOf(kind, settings) } : NOTHING_WANTED;
}
