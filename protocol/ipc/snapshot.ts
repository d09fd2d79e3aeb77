import * as v from 'valibot';

import type { ErrorCode, ParleyError } from '../errors.ts';
import type { Millis, RoomId } from '../ids.ts';
import type { LanguageSetting, SpokenLanguage } from '../language.ts';
import { type AskedMedia, MediaKind } from '../room.ts';
import type { Session, Target } from '../session.ts';
import type { MediaSettings } from './mediaSettings.ts';
import type { RecordingView } from './recording.ts';
import type { StageLook } from './stageLook.ts';
import type { Receipt } from './receipt.ts';
import type { ShareEnd, ShareView } from './share.ts';
import type { GlobalAction } from './shortcuts.ts';
import type { Updates } from './updates.ts';

export const CaptureKind = MediaKind;
export type CaptureKind = MediaKind;

/** One kind of capture: what is wanted (by person or tray), and what the page last reported. */
export interface CaptureView {
  readonly wanted: boolean;
  /** A track of this kind is open: a device light may be on. */
  readonly live: boolean;
  /** Why it is wanted and not live. */
  readonly error: Extract<ErrorCode, 'capture-refused' | 'capture-not-found' | 'capture-busy'> | null;
  /** The device to ask for; null for the system's default. */
  readonly deviceId: string | null;
}

/** The server inside this app. `addresses` are `host:port`, the one to put into invites first. */
export type Hosting =
  | { readonly state: 'off' }
  | { readonly state: 'failed'; readonly detail: string }
  | { readonly state: 'loopback' | 'shared'; readonly addresses: readonly string[] };

/** A question that main asks and the page shows. One at a time; answered by `prompt:answer`. */
export type Prompt =
  /**
   * A link was opened. Nothing has been connected to. `inMeeting`: going on leaves the meeting I am in, if the other one
   * would let me in; `atOnce`: it may be joined without a look at its preview, because its server was used before.
   */
  | {
      readonly id: string;
      readonly kind: 'open-link';
      readonly server: string;
      readonly room: RoomId;
      readonly inMeeting: boolean;
      readonly atOnce: boolean;
    }
  /** Going to another meeting came to nothing (1104): I am still in the meeting `from`, because of `error`. */
  | {
      readonly id: string;
      readonly kind: 'switch-failed';
      readonly server: string;
      readonly room: RoomId;
      readonly from: RoomId;
      readonly error: ParleyError;
    }
  /** Second step of a link to a server never used before. */
  | { readonly id: string; readonly kind: 'trust-server'; readonly server: string; readonly room: RoomId }
  /** A link that can't be opened, with why. */
  | { readonly id: string; readonly kind: 'bad-link'; readonly detail: string }
  /** `served`: so many others are in a meeting on the server inside this app, and lose it if the app goes; absent: none. */
  | { readonly id: string; readonly kind: 'close-window'; readonly served?: number }
  | { readonly id: string; readonly kind: 'quit'; readonly served?: number }
  /** I leave by the tray, a shortcut or the window, and the others would be without a host: who is it after me? */
  | { readonly id: string; readonly kind: 'leave' }
  /** Somebody would like me to switch these on. Nothing is, unless I accept. */
  | {
      readonly id: string;
      readonly kind: 'unmute-asked';
      readonly by: string;
      readonly media: readonly AskedMedia[];
    }
  /** Somebody would like to share, and I do. Without an answer `until` then, on this machine's clock, I go on. */
  | { readonly id: string; readonly kind: 'share-asked'; readonly by: string; readonly until: Millis }
  /** Nobody else has been here for a while. Without an answer `until` then, on this machine's clock, the app leaves. */
  | { readonly id: string; readonly kind: 'alone'; readonly until: Millis };

export const PromptAnswer = v.picklist(['accept', 'cancel', 'keep-running', 'leave', 'stay', 'switch-now']);
export type PromptAnswer = v.InferOutput<typeof PromptAnswer>;

export const Theme = v.picklist(['system', 'light', 'dark']);
export type Theme = v.InferOutput<typeof Theme>;

/** Percent of the usual size. */
export const TextSize = v.picklist([100, 115, 130, 150]);
export type TextSize = v.InferOutput<typeof TextSize>;

export const CloseBehaviour = v.picklist(['ask', 'keep-running', 'leave']);
export type CloseBehaviour = v.InferOutput<typeof CloseBehaviour>;

/** Settings as the page may see them: none is secret. */
export interface SettingsView extends MediaSettings {
  readonly displayName: string;
  readonly theme: Theme;
  /** Set here; where the system asks for more contrast or less motion, there is more and less without it. */
  readonly highContrast: boolean;
  readonly reducedMotion: boolean;
  readonly textSize: TextSize;
  readonly language: LanguageSetting;
  readonly closeBehaviour: CloseBehaviour;
  readonly joinWithMicrophone: boolean;
  readonly joinWithCamera: boolean;
  /** After how many minutes alone in a meeting I am asked whether to stay; null: never. */
  readonly aloneMinutes: number | null;
  /** `host[:port]` of the server for meeting codes and new meetings; null: the one inside this app. */
  readonly defaultServer: string | null;
  /** Whether that server's creation key is known here; never the key. `until-quit`: the system has no safe place for it. */
  readonly creationKey: 'none' | 'kept' | 'until-quit';
  /** Whether I am asked who is host after me, where leaving leaves the others without one. */
  readonly askWhoIsHost: boolean;
  /** The small window that stays on top, while the main one is minimised. */
  readonly miniWindow: boolean;
  /** Held to talk, as `KeyboardEvent.code`; null: none. */
  readonly talkKey: string | null;
  /** Keys that work from anywhere on the computer, in Electron's grammar; null: none. */
  readonly globalMute: string | null;
  readonly globalLeave: string | null;
  readonly microphoneId: string | null;
  readonly cameraId: string | null;
  /** Where everybody is heard; null for the system's default. */
  readonly speakerId: string | null;
  /** Where recordings are kept; null: among the videos. */
  readonly recordingFolder: string | null;
  readonly stageLook: StageLook;
}

export interface RecentMeeting {
  readonly server: string;
  readonly room: RoomId;
  readonly hosted: boolean;
  readonly lastAt: Millis;
}

/** The meeting that the last run was in when it ended without a leave. */
export interface InterruptedMeeting extends RecentMeeting {
  /** False where what it takes to get in went with the last run, because the system has no safe place for it. */
  readonly mayRejoin: boolean;
}

/** All that the page knows. Replaced whole on every change; main is the only writer. */
export interface AppSnapshot {
  readonly session: Session;
  readonly capture: Readonly<Record<CaptureKind, CaptureView>>;
  /** The screen or window that was chosen; null, or absent, while none is. */
  readonly share?: ShareView | null;
  /** Until I share again, or leave. */
  readonly shareEnd?: ShareEnd | null;
  readonly hosting: Hosting;
  readonly prompt: Prompt | null;
  /** The meeting that I am on the way to and have not left mine for yet: it is being asked whether it lets me in. */
  readonly switchingTo?: Target | null;
  readonly settings: SettingsView;
  /** The window is minimised or hidden: nobody looks at the page, though its meeting goes on. */
  readonly unseen?: boolean;
  readonly updates?: Updates;
  /** The small window that stays on top is wanted now. */
  readonly mini?: boolean;
  /** Keys of mine that another program holds at present. */
  readonly shortcutsTaken?: readonly GlobalAction[];
  /** What is spoken. Another one only once main speaks it too. */
  readonly language: SpokenLanguage;
  readonly recent: readonly RecentMeeting[];
  /** What is recorded here, or was and is in a file now; null or absent: nothing. */
  readonly recording?: RecordingView | null;
  /** What is kept of the exit that is on the screen. */
  readonly receipt?: Receipt | null;
  readonly app: {
    readonly version: string;
    readonly platform: string;
    /** False where the system can't encrypt: who I am (and host-ness) is forgotten when the app quits. */
    readonly identityKept: boolean;
    /** The app starts, in the tray, when the person logs in. */
    readonly startsAtLogin?: boolean;
    /** A settings file that could not be read was put aside here at this start. */
    readonly settingsSetAside: string | null;
    /** The last run ended inside this meeting without a leave: "rejoin?". Gone as soon as any meeting was opened. */
    readonly interrupted?: InterruptedMeeting | null;
  };
}
