import * as v from 'valibot';

import type { SettingsView } from '#protocol/ipc/snapshot.ts';
import { DisplayName } from '#protocol/text.ts';

import { mediaSettings } from './mediaSettings.ts';
import type { Stored } from './stored.ts';

/** What the page may see of the settings. A name that was edited by hand must pass the same cleaning as a typed one. */
export function settingsView(stored: Stored, creationKey: SettingsView['creationKey']): SettingsView {
  const name = v.safeParse(DisplayName, stored.displayName);
  return {
    displayName: name.success ? name.output : '',
    theme: stored.theme,
    highContrast: stored.highContrast,
    reducedMotion: stored.reducedMotion,
    textSize: stored.textSize,
    language: stored.language,
    closeBehaviour: stored.closeBehaviour,
    joinWithMicrophone: stored.joinWithMicrophone,
    joinWithCamera: stored.joinWithCamera,
    aloneMinutes: stored.aloneMinutes,
    defaultServer: stored.defaultServer,
    creationKey,
    askWhoIsHost: stored.askWhoIsHost,
    miniWindow: stored.miniWindow,
    talkKey: stored.talkKey,
    globalMute: stored.globalMute,
    globalLeave: stored.globalLeave,
    microphoneId: stored.microphoneId,
    cameraId: stored.cameraId,
    speakerId: stored.speakerId,
    recordingFolder: stored.recordingFolder,
    stageLook: stored.stageLook,
    ...mediaSettings(stored),
  };
}
