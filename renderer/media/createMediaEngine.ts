import type { ParleyBridge } from '#protocol/ipc/contract.ts';
import type { AppSnapshot, SettingsView } from '#protocol/ipc/snapshot.ts';
import type { SessionPhase } from '#protocol/session.ts';

import { createCaptures } from './capture/captures.ts';
import { createCaptureReporter, reportedKind } from './captureReport.ts';
import type { DeviceNews } from './capture/deviceNews.ts';
import type { MediaEngine } from './contract.ts';
import { type MediaEnvironment, pageEnvironment } from './environment.ts';
import { openScope } from './lifetime/scope.ts';
import { createMeetingMedia } from './meetingMedia.ts';
import { createMeetingRecorder } from './recording/meetingRecorder.ts';
import { createShow } from './show.ts';
import { watchQuality } from './quality/linkQuality.ts';
import { createSpeaker } from './speaker/speaker.ts';
import { createHeldSignals } from './signals/heldSignals.ts';
import { createTalks } from './talks.ts';
import { sparing } from './sparing.ts';
import type { LinkFigures, Shown, ShownScreens } from './transport.ts';
import { tellAll } from './tellAll.ts';
import { createViewStore } from './viewStore.ts';

/** The engine, with what support and tests look at besides. */
export interface ParleyMediaEngine extends MediaEngine {
  /** Figures of each link, as of now. */
  figures(): Promise<readonly LinkFigures[]>;
}

/** Phases in which signals may come for a meeting that I am in, or am about to be told that I am in. */
const MEETING: ReadonlySet<SessionPhase> = new Set(['joining', 'joined', 'reconnecting']);
/** Where a speaker can be tested: with the settings open in a meeting too, and never after it. */
const SOUNDING: ReadonlySet<SessionPhase> = new Set(['idle', 'preview', 'joining', 'joined', 'reconnecting']);
const OUT: ReadonlySet<SessionPhase> = new Set(['idle', 'over']);

/** Brings what a meeting's media are carried by: a part of the program that the first picture can do without. */
export const loadMesh = () => import('./mesh/createMesh.ts');

/**
 * Starts the page's media. One for the page's life.
 *
 * It listens for signals and says `signal:ready` at once, and reports every change of what is open by
 * `capture:report`: main lets `meeting-left` out on the report that nothing is.
 *
 * Voices are played by the engine itself: one hidden audio element for each other participant, in the body, with
 * `data-participant`. Elements that show `RemoteMedia.stream` or the self view must therefore be muted.
 */
export function createMediaEngine(
  bridge: ParleyBridge,
  environment: MediaEnvironment = pageEnvironment(),
): ParleyMediaEngine {
  const { onFault } = environment;
  const scope = openScope(onFault);
  const store = createViewStore(onFault);
  const reporter = createCaptureReporter(bridge, onFault);
  const held = createHeldSignals(environment.now);
  const talks = createTalks((to, label, message) => meeting.say(to, label, message), onFault);
  const listeners = new Set<(news: DeviceNews) => void>();
  const onNews = (news: DeviceNews): void => tellAll(listeners, news, onFault);
  const speaker = createSpeaker((news) => onNews({ kind: 'speaker', ...news }));
  let phase: SessionPhase | null = null;
  /** Devices and links come and go together with a snapshot: that is said once, and before the screen is drawn anew. */
  let isApplying = false;
  let settings: SettingsView | null = null;
  let shown: Shown | null = null;
  let shownScreens: ShownScreens;

  const report = () => ({
    microphone: reportedKind(captures.microphone),
    camera: reportedKind(captures.camera),
    screen: reportedKind(captures.screen),
    ...(captures.ear.live && { ear: true }),
    links: meeting.openLinks,
  });
  const onChange = (): void => {
    speaker.follow(settings?.speakerId ?? null, captures.lists.speakers);
    show.useSpeaker(speaker.sinkId);
    show.look();
    quality.follow(meeting.openLinks);
    reportChange();
  };
  const reportChange = (): void => {
    if (!scope.closed && !isApplying) reporter.update(report());
  };

  const captures = createCaptures({
    environment,
    scope,
    onNews,
    onChange() {
      publish();
      onChange();
    },
  });
  const publish = (): void => {
    const { tracks } = captures.screen;
    meeting.publish({
      audio: captures.microphone.track,
      video: captures.picture.track,
      screen: tracks?.video ?? null,
      screenAudio: tracks?.audio ?? null,
      sparing: settings?.dataSaver ?? false,
    });
  };
  const openTransport = async () => {
    const { createMesh } = await loadMesh();
    return createMesh({
      environment,
      send({ peer, link }, generation, data) {
        bridge.request('signal:send', { to: peer, link, generation, data }).catch(onFault);
      },
      talk: talks,
      onChange,
    });
  };
  const onMeeting = (): void => {
    held.release((signal) => meeting.receive(signal));
    onChange();
  };
  const meeting = createMeetingMedia(openTransport, onMeeting, onFault);
  const quality = watchQuality({ after: environment.after, figures: (only) => meeting.figures(only), onFault });
  const watch = (): void => {
    if (shown) meeting.watch(settings?.dataSaver ? sparing(shown) : shown, shownScreens);
  };
  const show = createShow({ environment, scope, captures, meeting, store });
  const recorder = createMeetingRecorder({ environment, bridge, captures, meeting, store });

  const follow = (snapshot: AppSnapshot): void => {
    const set = settings;
    ({ settings } = snapshot);
    ({ phase } = snapshot.session);
    if (!MEETING.has(phase)) held.clear();
    recorder.apply(snapshot);
    // Links that are closed first need not be told that the devices go.
    const isOut = OUT.has(phase);
    if (isOut) meeting.apply(snapshot.session);
    captures.apply(snapshot);
    if (set?.speakerId !== settings.speakerId) onChange();
    if (set?.dataSaver !== settings.dataSaver) {
      publish();
      watch();
    }
    if (!SOUNDING.has(phase)) show.testSound.stop();
    if (!isOut) meeting.apply(snapshot.session);
  };

  /** Whoever left is owed the word that nothing is open, as soon as that is so and even if nothing ever was. */
  const confirmReleased = async (): Promise<void> => {
    await Promise.all([captures.settled(), meeting.settled(), recorder.settled()]);
    if (!scope.closed) reporter.insist(report());
  };

  scope.own(
    bridge.on('signal', (signal) => {
      if (phase !== null && !MEETING.has(phase)) return;
      if (!meeting.receive(signal)) held.hold(signal);
    }),
  );
  scope.own(async () => {
    meeting.apply({ phase: 'idle' });
    await meeting.settled();
  });
  scope.own(async () => {
    recorder.apply({ session: { phase: 'idle' } });
    await recorder.settled();
  });
  scope.own(() => store.clear());
  scope.own(() => listeners.clear());
  scope.own(() => quality.close());

  reporter.insist(report());
  bridge.request('signal:ready', {}).catch(onFault);

  return {
    get view() {
      return store.view;
    },
    onView: store.onView,
    onDeviceNews(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    findDevices: () => captures.findDevices(),
    playTestSound: () => show.testSound.play(speaker.sinkId),
    stopTestSound: () => show.testSound.stop(),
    apply(snapshot: AppSnapshot) {
      if (scope.closed) return;
      const before = phase;
      isApplying = true;
      try {
        follow(snapshot);
      } finally {
        isApplying = false;
        reportChange();
      }
      if (before !== phase && OUT.has(snapshot.session.phase)) confirmReleased().catch(onFault);
    },
    quality,
    talk: talks,
    watch(pictures, screens) {
      shown = pictures;
      shownScreens = screens;
      watch();
    },
    figures: () => meeting.figures(),
    async dispose() {
      await scope.close();
      reporter.update(report());
    },
  };
}
