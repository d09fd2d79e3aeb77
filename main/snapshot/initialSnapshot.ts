import type { SpokenLanguage } from '#protocol/language.ts';
import type { AppSnapshot, CaptureView, RecentMeeting, SettingsView } from '#protocol/ipc/snapshot.ts';

const OFF: CaptureView = { wanted: false, live: false, error: null, deviceId: null };

/** What is known when the app has just started: nothing is on, nobody is connected. */
export function initialSnapshot(from: {
  readonly settings: SettingsView;
  readonly language: SpokenLanguage;
  readonly recent: readonly RecentMeeting[];
  readonly app: AppSnapshot['app'];
}): AppSnapshot {
  return {
    session: { phase: 'idle' },
    capture: {
      microphone: { ...OFF, deviceId: from.settings.microphoneId },
      camera: { ...OFF, deviceId: from.settings.cameraId },
      screen: OFF,
    },
    share: null,
    shareEnd: null,
    hosting: { state: 'off' },
    prompt: null,
    settings: from.settings,
    language: from.language,
    recent: from.recent,
    app: from.app,
  };
}
