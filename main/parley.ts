import type { MeetingClient } from '#client/contract.ts';

import { createAutostart } from './autostart/autostart.ts';
import { createCapturePolicy, type CapturePolicy } from './capture/capturePolicy.ts';
import { createHoldToTalk, type HoldToTalk } from './capture/holdToTalk.ts';
import { ChatKeeper } from './chat/chatKeeper.ts';
import { tellOfMentions } from './chat/mentionNews.ts';
import { type CloseGuard, createCloseGuard } from './closing/closeGuard.ts';
import { createAskedLeave } from './closing/askedLeave.ts';
import { createQuitting, type Quitting } from './closing/quitting.ts';
import { createDesktop, type Desktop } from './desktop/desktop.ts';
import { createMiniWindow, type MiniWindow } from './desktop/miniWindow.ts';
import { createTellUnseen, type TellUnseen } from './desktop/tellUnseen.ts';
import type { Machine } from './diagnostics/collect.ts';
import { createSupport } from './diagnostics/support.ts';
import type { HostingServer } from './hosting/hosting.ts';
import { keepIncoming } from './files/keepIncoming.ts';
import { createDispatch, type Dispatch } from './ipc/dispatch.ts';
import { appRoutes } from './ipc/routes/app.ts';
import { desktopRoutes } from './ipc/routes/desktop.ts';
import { chatRoutes } from './ipc/routes/chat.ts';
import { fileRoutes } from './ipc/routes/file.ts';
import { mediaRoutes } from './ipc/routes/media.ts';
import { privacyRoutes } from './ipc/routes/privacy.ts';
import { recordingRoutes } from './ipc/routes/recording.ts';
import { receiptRoutes } from './ipc/routes/receipt.ts';
import { roomRoutes } from './ipc/routes/room.ts';
import { sessionRoutes } from './ipc/routes/session.ts';
import { shareRoutes } from './ipc/routes/share.ts';
import { supportRoutes } from './ipc/routes/support.ts';
import { updateRoutes } from './ipc/routes/updates.ts';
import type {
  BrowserPort,
  AutostartPort,
  ClipboardPort,
  Clock,
  FilesPort,
  KeptFiles,
  FolderPort,
  Log,
  NotificationPort,
  PagePort,
  PowerPort,
  RecordingPort,
  ShortcutPort,
  SavingPort,
  TrayPort,
  Vault,
  WindowPort,
} from './ports.ts';
import { followLanguage } from './language/followLanguage.ts';
import type { Speech } from './language/speech.ts';
import { createLinkFlow, type LinkFlow } from './prompts/linkFlow.ts';
import { createKeptThings } from './privacy/kept.ts';
import { createPromptDesk, type PromptDesk } from './prompts/promptDesk.ts';
import { relayUnmuteAsks } from './session/unmuteAsks.ts';
import { createRecording, type Recording } from './recording/recording.ts';
import { recordingFiles } from './recording/recordingFiles.ts';
import { keepReceipts } from './receipts/keepReceipts.ts';
import type { ReceiptsFile } from './receipts/receiptsFile.ts';
import { watchAlone } from './session/aloneWatch.ts';
import { tellOfScheduledEnds } from './session/endingNews.ts';
import { tellWhoWaits } from './session/lobbyNews.ts';
import { createEntrances, type Entrances } from './session/entrances.ts';
import { createLeaving, type Leaving } from './session/leaving.ts';
import { interruptedMeeting, watchInterruption } from './session/interruption.ts';
import { followSession } from './session/meetingSession.ts';
import { createSwitching, type Switching } from './session/switching.ts';
import { createPageOutbox } from './session/pageOutbox.ts';
import { type PageWatch, watchPage } from './session/pageWatch.ts';
import { type SleepWatch, watchSleep } from './session/sleep.ts';
import { createCreationKey } from './settings/creationKey.ts';
import { createSettingsChanges, type SettingsChanges } from './settings/changes.ts';
import { createRecentMeetings } from './settings/recentMeetings.ts';
import { deviceSetting } from './settings/mediaSettings.ts';
import type { SettingsFile } from './settings/settingsFile.ts';
import { settingsView } from './settings/view.ts';
import { createGlobalShortcuts, type GlobalShortcuts } from './shortcuts/globalShortcuts.ts';
import { createUpdates, type UpdaterPort, type Updates } from './updates/updates.ts';
import { relayShareAsks } from './share/shareAsks.ts';
import type { ScreensPort } from './share/screens.ts';
import { createSharing, type Sharing } from './share/sharing.ts';
import { initialSnapshot } from './snapshot/initialSnapshot.ts';
import { createSnapshotStore, type SnapshotStore } from './snapshot/snapshotStore.ts';

/** What the app stands on: everything that tests replace, and everything that is Electron's. */
export interface Ground {
  readonly client: MeetingClient;
  readonly hosting: HostingServer;
  readonly settings: SettingsFile;
  readonly receipts: ReceiptsFile;
  readonly vault: Vault;
  readonly page: PagePort;
  readonly window: WindowPort;
  readonly tray: TrayPort;
  readonly notifications: NotificationPort;
  readonly power: PowerPort;
  readonly shortcuts: ShortcutPort;
  readonly speech: Speech;
  readonly updater: UpdaterPort;
  readonly autostart: AutostartPort;
  readonly clipboard: ClipboardPort;
  readonly recordings: RecordingPort;
  readonly files: FilesPort;
  readonly saving: SavingPort;
  readonly browser: BrowserPort;
  readonly kept: KeptFiles;
  readonly screens: ScreensPort;
  readonly folders: FolderPort;
  readonly machine: () => Machine;
  readonly clock: Clock;
  readonly log: Log;
  readonly version: string;
  readonly platform: string;
  readonly identityKept: boolean;
  /** A word that no other question of this run has. */
  readonly nextId: () => string;
  /** Runs a task at the end of the turn. */
  readonly defer: (task: () => void) => void;
  /** Ends the process, which asks `quitting.requested` once more. */
  readonly exit: () => void;
}

/** The app without Electron: what happens to it goes in here, what it does goes out through its {@link Ground}. */
export interface Parley {
  readonly store: SnapshotStore;
  readonly capture: CapturePolicy;
  readonly sharing: Sharing;
  readonly dispatch: Dispatch;
  readonly page: PageWatch;
  readonly closing: CloseGuard;
  readonly quitting: Quitting;
  readonly links: LinkFlow;
  readonly sleep: SleepWatch;
  readonly desktop: Desktop;
  readonly mini: MiniWindow;
  readonly shortcuts: GlobalShortcuts;
  readonly updates: Updates;
}

interface Core {
  readonly store: SnapshotStore;
  readonly capture: CapturePolicy;
  readonly sharing: Sharing;
  readonly entrances: Entrances;
  readonly leaving: Leaving;
  readonly prompts: PromptDesk;
  readonly switching: Switching;
  readonly tellUnseen: TellUnseen;
  readonly settings: SettingsChanges;
  readonly talking: HoldToTalk;
  readonly recording: Recording;
}

export function createParley(ground: Ground): Parley {
  const { client, hosting, settings: file, window, log, platform } = ground;
  const recent = createRecentMeetings(file, ground.vault);
  const creationKey = createCreationKey(file, ground.vault);
  const store = createSnapshotStore(
    initialSnapshot({
      settings: settingsView(file.values, creationKey.state),
      language: ground.speech.language,
      recent: recent.list,
      app: {
        version: ground.version,
        platform,
        identityKept: ground.identityKept,
        settingsSetAside: file.setAside,
        interrupted: interruptedMeeting(file, recent, ground.identityKept),
      },
    }),
    ground.defer,
  );
  const settings = createSettingsChanges(file, recent, creationKey, store);
  const capture = createCapturePolicy({
    store,
    keepDevice: (kind, deviceId) => settings.change(deviceSetting(kind, deviceId)),
  });
  const entrances = createEntrances({ client, store, hosting, settings: file, recent, creationKey });
  const leaving = createLeaving({ client, store, entrances, clock: ground.clock });
  const prompts = createPromptDesk(store, ground.nextId);
  const switching = createSwitching({ client, store, entrances, prompts, isKnownServer, log });
  const core: Core = {
    store,
    capture,
    sharing: createSharing({ ...ground, store, capture }),
    entrances,
    leaving,
    prompts,
    switching,
    settings,
    tellUnseen: createTellUnseen(ground),
    talking: createHoldToTalk({ store, capture }),
    recording: createRecording({
      ...ground,
      store,
      files: recordingFiles,
      folder: () => file.values.recordingFolder ?? ground.recordings.defaultFolder,
    }),
  };

  const outbox = createPageOutbox({ ...ground, store });
  followSession({ ...ground, ...core, outbox, recent, settings });
  hosting.onView((view) => store.patch({ hosting: view }));
  followLanguage({ ...ground, store });
  watchInterruption({ store, hosting, settings: file });
  watchAlone({ ...ground, ...core });
  relayUnmuteAsks({ ...ground, ...core });
  relayShareAsks({ ...ground, ...core });
  tellOfScheduledEnds({ ...ground, ...core });
  keepReceipts({ ...ground, store });
  tellWhoWaits({ ...ground, ...core });
  const incoming = keepIncoming({ ...ground, store });
  const keeper = new ChatKeeper({ ...ground, store, onMention: tellOfMentions({ ...ground, ...core }) });

  const around = createSurroundings(ground, core);
  const routes = {
    ...sessionRoutes({ client, ...core, settings }),
    ...roomRoutes({ client, store, settings }),
    ...shareRoutes(core.sharing),
    ...mediaRoutes({ client, ...core, outbox }),
    ...chatRoutes({ ...ground, keeper }),
    ...desktopRoutes({ ...around, window, autostart: createAutostart({ ...ground, store }) }),
    ...updateRoutes(around.updates),
    ...fileRoutes({ ...ground, store, incoming }),
    ...receiptRoutes(ground),
    ...privacyRoutes({ settings, keptThings: createKeptThings({ ...ground, ...core, ...around, file, recent }) }),
    ...recordingRoutes({ ...ground, ...core }),
    ...supportRoutes(createSupport({ ...ground, store, settings: file })),
    ...appRoutes({ ...ground, store, outbox, prompts, settings }),
  };
  return {
    store,
    capture,
    sharing: core.sharing,
    dispatch: createDispatch(routes, log),
    page: watchPage({ ...ground, ...core, outbox }),
    ...around,
    links: createLinkFlow({ ...core, window, isKnownServer, log }),
    sleep: watchSleep({ ...ground, ...core }),
  };

  function isKnownServer(server: string): boolean {
    return settings.isKnownServer(server) || hosting.own(server) !== null;
  }
}

/** Tray, windows, keys and menu: all ways out go through the same guards. */
function createSurroundings(
  ground: Ground,
  core: Core,
): Pick<Parley, 'quitting' | 'closing' | 'desktop' | 'mini' | 'shortcuts' | 'updates'> {
  const outlivesWindow = ground.platform === 'darwin';
  const askedLeave = createAskedLeave({ ...core, window: ground.window });
  const desktop = createDesktop({ ...ground, ...core, askedLeave, quit: () => void quitting.requested() });
  const shortcuts = createGlobalShortcuts({
    ...ground,
    ...core,
    act: (action) => desktop.clicked(action === 'mute' ? 'microphone' : 'leave'),
  });
  const quitting: Quitting = createQuitting({
    ...ground,
    ...core,
    releaseAll() {
      shortcuts.release();
      desktop.release();
    },
  });
  const closing = createCloseGuard({
    ...ground,
    ...core,
    askedLeave,
    keepBehaviour: (closeBehaviour) => core.settings.change({ closeBehaviour }),
    isQuitting: () => quitting.underway,
    closeForGood(agreed) {
      if (outlivesWindow) ground.window.hide();
      else if (agreed) quitting.withoutAsking();
      else quitting.requested();
    },
    outlivesWindow,
  });
  const mini = createMiniWindow({ ...core, window: ground.window });
  const updates = createUpdates({ ...ground, ...core, quit: () => quitting.withoutAsking() });
  return { quitting, closing, desktop, shortcuts, mini, updates };
}
