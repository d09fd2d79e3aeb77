import { mayListen } from '#meeting/session/mayListen.ts';
import type { CaptureView, SettingsView } from '#protocol/ipc/snapshot.ts';
import type { Session } from '#protocol/session.ts';

import { asksOf } from './asks.ts';
import { type CaptureGoal, NOTHING_WANTED } from './capture.ts';

/** The microphone while I am muted, where I want to be told that I talk. See docs/decisions/hearing-while-muted.md. */
export function earGoal(session: Session, { wanted, deviceId }: CaptureView, settings: SettingsView): CaptureGoal {
  if (!mayListen(session, wanted, settings.hearWhileMuted)) return NOTHING_WANTED;
  return { on: true, deviceId, asks: asksOf('microphone', settings) };
}
