import { mayInSession } from '#meeting/session/mayInSession.ts';
import { isInside } from '#meeting/session/reduce.ts';
import type { CaptureView, SettingsView } from '#protocol/ipc/snapshot.ts';
import type { Session } from '#protocol/session.ts';

import { asksOf } from './asks.ts';
import { type CaptureGoal, NOTHING_WANTED } from './capture.ts';

/**
 * When the microphone is open without being sent: inside a meeting, while I am muted, where I may speak and asked to be
 * told that I talk. See docs/decisions/hearing-while-muted.md.
 */
export function earGoal(session: Session, microphone: CaptureView, settings: SettingsView): CaptureGoal {
  if (!settings.hearWhileMuted || microphone.wanted || !isInside(session)) return NOTHING_WANTED;
  if (!mayInSession(session, 'publishAudio')) return NOTHING_WANTED;
  return { on: true, deviceId: microphone.deviceId, asks: asksOf('microphone', settings) };
}
