import type { ParleyBridge } from '#protocol/ipc/contract.ts';
import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';

import type { Captures } from '../capture/captures.ts';
import type { MediaEnvironment } from '../environment.ts';
import type { MeetingMedia } from '../meetingMedia.ts';
import type { ViewStore } from '../viewStore.ts';
import { createRecorder } from './recorder.ts';
import { EMPTY_SCENE, type Scene, sceneOf } from './scene.ts';

/** Records the meeting that I am in, while main says so. */
export interface MeetingRecorder {
  /** Stops, before it returns, what is no longer to be recorded: devices are let go of after that. */
  apply(snapshot: Pick<AppSnapshot, 'session' | 'recording'>): void;
  /** Settles when main has all of it. */
  settled(): Promise<void>;
}

interface MeetingRecorderOptions {
  readonly environment: MediaEnvironment;
  readonly bridge: ParleyBridge;
  readonly captures: Captures;
  readonly meeting: MeetingMedia;
  readonly store: ViewStore;
}

export function createMeetingRecorder(options: MeetingRecorderOptions): MeetingRecorder {
  const { environment, bridge, captures, meeting, store } = options;
  let session: AppSnapshot['session'] = { phase: 'idle' };

  const scene = (): Scene => {
    const { room } = meeting;
    if (room === null || (session.phase !== 'joined' && session.phase !== 'reconnecting')) return EMPTY_SCENE;
    const { local, remotes: views } = store.view;
    return sceneOf({
      room,
      me: session.me,
      microphone: captures.microphone.track,
      camera: local.video,
      screen: local.screen,
      remotes: meeting.remotes,
      views,
    });
  };
  const recorder = createRecorder({
    environment,
    scene,
    hand: async (piece) => (await bridge.request('recording:piece', { piece })).ok,
    async finish() {
      await bridge.request('recording:finished', {});
    },
  });
  return {
    apply(snapshot) {
      ({ session } = snapshot);
      const isInside = session.phase === 'joined' || session.phase === 'reconnecting';
      recorder.follow(isInside ? (snapshot.recording ?? null) : null);
    },
    settled: () => recorder.settled(),
  };
}
