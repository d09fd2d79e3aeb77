import type { AppSnapshot, CaptureView } from '#protocol/ipc/snapshot.ts';
import type { SessionPhase } from '#protocol/session.ts';

import type { MediaEnvironment } from '../environment.ts';
import { createReconciler } from '../lifetime/reconciler.ts';
import type { Scope } from '../lifetime/scope.ts';
import { Capture } from './capture.ts';
import { type DeviceLists, deviceLists, NO_DEVICES } from './deviceLists.ts';
import { type DeviceKind, openDevice } from './openDevice.ts';
import { openScreen } from './openScreen.ts';
import { ScreenCapture } from './screenCapture.ts';

/** The microphone, the camera, a shared screen, and what there is to choose from. */
export interface Captures {
  readonly microphone: Capture;
  readonly camera: Capture;
  readonly screen: ScreenCapture;
  readonly lists: DeviceLists;
  apply(snapshot: Pick<AppSnapshot, 'session' | 'capture' | 'share'>): void;
  /** Settles when no device is opening or closing. */
  settled(): Promise<void>;
}

/** Phases in which a wish for a device is followed; in all others every device is closed. */
const CAPTURING: ReadonlySet<SessionPhase> = new Set(['preview', 'joining', 'joined', 'reconnecting']);

const goal = (phase: SessionPhase, { wanted, deviceId }: CaptureView) =>
  wanted && CAPTURING.has(phase) ? { on: true, deviceId } : { on: false, deviceId: null };

/** A screen is shown to people in a room, and to nobody before. */
const SHARING: ReadonlySet<SessionPhase> = new Set(['joined', 'reconnecting']);

export function createCaptures(environment: MediaEnvironment, scope: Scope, onChange: () => void): Captures {
  const { devices, now, onFault } = environment;
  let lists = NO_DEVICES;

  const create = (kind: DeviceKind): Capture =>
    new Capture({
      open: async (deviceId) => {
        const track = await openDevice(devices, kind, deviceId);
        // Labels and ids may be hidden until a device was opened.
        refresher.aim(null);
        return track;
      },
      now,
      onChange,
      onFault,
    });

  const refresher = createReconciler<null>(async () => {
    const found = await devices.enumerateDevices();
    if (scope.closed) return;
    lists = deviceLists(found);
    microphone.devicesChanged(new Set(lists.microphones.map(({ id }) => id)));
    camera.devicesChanged(new Set(lists.cameras.map(({ id }) => id)));
    onChange();
  }, onFault);

  const microphone = create('microphone');
  const camera = create('camera');
  const screen = new ScreenCapture({ open: (sound) => openScreen(devices, sound), onChange, onFault });
  const onDevices = (): void => refresher.aim(null);
  devices.addEventListener('devicechange', onDevices);
  refresher.aim(null);

  const settled = async (): Promise<void> => {
    await Promise.all([microphone.settled(), camera.settled(), screen.settled()]);
  };
  scope.own(async () => {
    devices.removeEventListener('devicechange', onDevices);
    microphone.aim({ on: false, deviceId: null });
    camera.aim({ on: false, deviceId: null });
    screen.aim({ on: false, sound: false });
    await settled();
  });

  return {
    microphone,
    camera,
    screen,
    get lists() {
      return lists;
    },
    apply({ session, capture, share }) {
      microphone.aim(goal(session.phase, capture.microphone));
      camera.aim(goal(session.phase, capture.camera));
      screen.aim({ on: capture.screen.wanted && SHARING.has(session.phase), sound: share?.sound ?? false });
    },
    settled,
  };
}
