import type { AppSnapshot, CaptureView } from '#protocol/ipc/snapshot.ts';
import type { Words } from '#languages/words.ts';
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
export function trayView(t: Words, snapshot: AppSnapshot, busy: boolean): TrayView {
  const { session, capture } = snapshot;
  const inMeeting = isInMeeting(session);
  const switchable = (kind: 'microphone' | 'camera'): boolean =>
    mayCapture(session) && (!isInside(session) || mayInSession(session, SENDING[kind]));
  const microphoneOn = isOn(capture.microphone);
  return {
    icon: inMeeting ? (microphoneOn ? 'meeting' : 'muted') : 'idle',
    tooltip: tooltip(t, inMeeting, isInside(session), microphoneOn),
    items: [
      {
        id: 'microphone',
        label: microphoneOn ? t('outside.tray.mute') : t('outside.tray.unmute'),
        enabled: switchable('microphone'),
      },
      {
        id: 'camera',
        label: isOn(capture.camera) ? t('outside.tray.stopVideo') : t('outside.tray.startVideo'),
        enabled: switchable('camera'),
      },
      ...(capture.screen.wanted ? [{ id: 'share' as const, label: t('outside.tray.stopSharing'), enabled: true }] : []),
      { id: 'leave', label: t('outside.tray.leave'), enabled: inMeeting || busy },
      { id: 'show', label: t('outside.tray.show'), enabled: true },
      { id: 'quit', label: t('outside.tray.quit'), enabled: true },
    ],
  };
}

function tooltip(t: Words, inMeeting: boolean, inside: boolean, microphoneOn: boolean): string {
  if (!inMeeting) return t('common.appName');
  if (!inside) return t('outside.tray.joining');
  return t(microphoneOn ? 'outside.tray.inMeeting' : 'outside.tray.muted');
}
