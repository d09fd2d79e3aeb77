import type { AppSnapshot, CaptureView } from '#protocol/ipc/snapshot.ts';
import { SENDING } from '#meeting/permissions.ts';
import { mayInSession } from '#meeting/session/mayInSession.ts';
import { isInside } from '#meeting/session/reduce.ts';

import { isInMeeting, mayCapture } from '../capture/phases.ts';
import type { TrayView } from '../ports.ts';

/** On, as far as the person is concerned: wanted, and nothing known that keeps it off. */
export const isOn = (view: CaptureView): boolean => view.wanted && view.error === null;

/**
 * What the tray shows. Names are fixed (experience.md), also where they can't be used right now; `busy` is while a
 * meeting is being made or reached, when leaving already works.
 */
export function trayView(snapshot: AppSnapshot, busy: boolean): TrayView {
  const { session, capture } = snapshot;
  const inMeeting = isInMeeting(session);
  const switchable = (kind: 'microphone' | 'camera'): boolean =>
    mayCapture(session) && (!isInside(session) || mayInSession(session, SENDING[kind]));
  const microphoneOn = isOn(capture.microphone);
  return {
    icon: inMeeting ? (microphoneOn ? 'meeting' : 'muted') : 'idle',
    tooltip: tooltip(inMeeting, isInside(session), microphoneOn),
    items: [
      { id: 'microphone', label: microphoneOn ? 'Mute' : 'Unmute', enabled: switchable('microphone') },
      { id: 'camera', label: isOn(capture.camera) ? 'Stop video' : 'Start video', enabled: switchable('camera') },
      { id: 'leave', label: 'Leave meeting', enabled: inMeeting || busy },
      { id: 'show', label: 'Show Parley', enabled: true },
      { id: 'quit', label: 'Quit Parley', enabled: true },
    ],
  };
}

function tooltip(inMeeting: boolean, inside: boolean, microphoneOn: boolean): string {
  if (!inMeeting) return 'Parley';
  if (!inside) return 'Parley: joining';
  return microphoneOn ? 'Parley: in a meeting' : 'Parley: in a meeting, muted';
}
