import type { RecordingPort } from '../../ports.ts';
import type { Recording } from '../../recording/recording.ts';
import { done, refused } from '../../results.ts';
import type { SettingsChanges } from '../../settings/changes.ts';
import type { SnapshotStore } from '../../snapshot/snapshotStore.ts';
import type { RoutesOf } from '../routes.ts';

/** Recording the meeting that I am in, and what becomes of it. */
export function recordingRoutes(parts: {
  readonly recording: Recording;
  readonly recordings: RecordingPort;
  readonly store: SnapshotStore;
  readonly settings: SettingsChanges;
}): RoutesOf<'recording'> {
  const { recording, recordings, store, settings } = parts;
  return {
    'recording:start': () => recording.start(),
    'recording:stop': () => recording.stop(),
    'recording:piece': ({ piece }) => recording.take(piece),
    'recording:finished': () => recording.finished(),
    'recording:show': () => {
      const { recording: kept } = store.current;
      if (kept?.state !== 'kept') return refused('wrong-phase');
      recordings.reveal(kept.file);
      return done;
    },
    'recording:dismiss': () => {
      recording.dismiss();
      return done;
    },
    'recording:choose-folder': async () => {
      const folder = await recordings.chooseFolder(store.current.settings.recordingFolder ?? recordings.defaultFolder);
      if (folder !== null) settings.change({ recordingFolder: folder });
      return done;
    },
  };
}
