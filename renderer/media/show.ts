import type { Captures } from './capture/captures.ts';
import type { MediaEnvironment } from './environment.ts';
import { createMeter } from './levels/meter.ts';
import { hear, SILENT } from './levels/speech.ts';
import type { Scope } from './lifetime/scope.ts';
import { createTimer } from './lifetime/timer.ts';
import type { MeetingMedia } from './meetingMedia.ts';
import { createRemoteAudio } from './remotes/remoteAudio.ts';
import { createRemoteViews } from './remotes/remoteViews.ts';
import { createTestSound, type TestSound } from './speaker/testSound.ts';
import type { ViewStore } from './viewStore.ts';

/** Milliseconds between two looks at levels and pictures; and while somebody's first picture is awaited. */
const LOOK_MS = 100;
const LOOK_SOON_MS = 40;

/** What the page sees and hears of media: mine and everybody else's. */
export interface Show {
  /** Brings the view and the voices up to date, and comes back while there is something to watch. */
  look(): void;
  /** Everybody is heard there, and the test sound too. */
  useSpeaker(sinkId: string): void;
  readonly testSound: TestSound;
}

interface ShowOptions {
  readonly environment: MediaEnvironment;
  readonly scope: Scope;
  readonly captures: Captures;
  readonly meeting: MeetingMedia;
  readonly store: ViewStore;
}

/** A stream of one track, the same for as long as the track is. */
function mirror(): (track: MediaStreamTrack | null) => MediaStream | null {
  let seen: MediaStream | null = null;
  return (track) => {
    if (seen?.getVideoTracks()[0] !== (track ?? undefined)) seen = track && new MediaStream([track]);
    return seen;
  };
}

/** Whether there is anything to let go of. */
const isHolding = ({ microphone, camera, ear, screen }: Captures, { openLinks }: MeetingMedia): boolean =>
  openLinks > 0 || [microphone, camera, ear, screen].some(({ live }) => live);

export function createShow({ environment, scope, captures, meeting, store }: ShowOptions): Show {
  const { now, onFault } = environment;
  const meter = createMeter(onFault);
  const voices = createRemoteAudio(environment.document, onFault);
  const views = createRemoteViews(now);
  const testSound = createTestSound(environment, () => look());
  const timer = createTimer(environment.after);
  let speech = SILENT;
  const seeCamera = mirror();
  const seeScreen = mirror();

  const look = (): void => {
    if (scope.closed) return;
    const { remotes, room } = meeting;
    voices.follow(remotes, room);
    const { track } = captures.microphone;
    meter.listen(track ?? captures.ear.track);
    const level = meter.level();
    speech = hear(speech, level, now());
    store.show({
      local: {
        video: seeCamera(captures.picture.track),
        screen: seeScreen(captures.screen.tracks?.video ?? null),
        audioLevel: track ? level : 0,
        speaking: track !== null && speech.speaking,
        unheard: track === null && captures.ear.track !== null && speech.speaking,
      },
      remotes: views.look(remotes, room),
      microphones: captures.lists.microphones,
      cameras: captures.lists.cameras,
      speakers: captures.lists.speakers,
      holding: isHolding(captures, meeting),
      testSound: testSound.progress,
    });
    timer.cancel();
    const busy = track || captures.ear.track || speech.speaking || remotes.size > 0;
    if (busy) timer.set(views.expecting ? LOOK_SOON_MS : LOOK_MS, look);
  };

  scope.own(() => meter.close());
  scope.own(() => voices.close());
  scope.own(() => testSound.stop());
  scope.own(() => timer.cancel());
  return {
    look,
    testSound,
    useSpeaker(sinkId) {
      voices.useSpeaker(sinkId);
      testSound.useSpeaker(sinkId);
    },
  };
}
