import * as v from 'valibot';

import type { Result } from '../errors.ts';
import { LinkId, ParticipantId, PrincipalId, RoomId } from '../ids.ts';
import { Reaction } from '../reaction.ts';
import { Role } from '../roles.ts';
import { DisplayName, Note } from '../text.ts';
import { EndInMs } from '../wire/command.ts';
import { Admit, AskToUnmute, LowerHand, Mute, SetSpotlight } from '../wire/command.ts';
import { CHANGEABLE } from './changeableSettings.ts';
import { type ChatAnswers, CHAT_ROUTES, type ChatNews } from './chat.ts';
import { FILE_ROUTES, type FileAnswers } from './files.ts';
import { RecordingPiece } from './recording.ts';
import type { Notice } from './notice.ts';
import { type Kept, KeptKind } from './privacy.ts';
import { type Receipt, ReceiptId } from './receipt.ts';
import type { ShareSources } from './share.ts';
import { Accelerator, GlobalAction } from './shortcuts.ts';
import { type AppSnapshot, CaptureKind, PromptAnswer } from './snapshot.ts';

const Nothing = v.strictObject({});
const Device = v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(256)));
const DeviceKind = v.picklist(['microphone', 'camera', 'speaker']);
const CaptureError = v.nullable(v.picklist(['capture-refused', 'capture-not-found', 'capture-busy']));
const ReportedKind = v.strictObject({ live: v.boolean(), error: CaptureError });

/** Goes into a header as it is. Its words never name what was typed. */
const CreationKey = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'a creation key is not empty'),
  v.maxLength(512, 'a creation key has at most 512 characters'),
  v.regex(/^[\x21-\x7e]+$/, 'a creation key holds letters, digits and signs, and no blanks'),
);

/**
 * Every request that the page can make of main, by route (`noun:verb`), with the schema that main checks it against.
 * All are answered with a `Result`; a route without entry in {@link RouteAnswers} is answered with null.
 */
export const ROUTES = {
  ...CHAT_ROUTES,
  ...FILE_ROUTES,
  /** The current snapshot; later ones are pushed. */
  'app:snapshot': Nothing,
  /** The first picture is on the screen: main has time for the rest of itself. */
  'app:drawn': Nothing,
  /** Makes a room on the default server, or on the one inside this app, and goes to preview. `wrong-phase` unless idle or over. */
  'session:create': Nothing,
  /** Goes to preview for a code or link, typed or pasted by the person: `bad-link`, `server-unknown`, `wrong-phase`. */
  'session:open': v.strictObject({ target: v.pipe(v.string(), v.maxLength(2048)) }),
  /** Goes to preview for a meeting in the recent list. */
  'session:reopen': v.strictObject({ server: v.pipe(v.string(), v.maxLength(300)), room: RoomId }),
  /**
   * From the meeting that I am in to another one, by code or link, `now` or through its preview. It is asked first: while
   * it would not let me in I stay, and a prompt says why. Answered when that is known, and with `now` when I am in.
   */
  'session:switch': v.strictObject({
    target: v.pipe(v.string(), v.maxLength(2048)),
    handOverTo: v.optional(ParticipantId),
    now: v.boolean(),
  }),
  /** No switch to another meeting after all, as long as I have not left mine. */
  'session:stay': Nothing,
  /** Joins from preview. Answered when joined or refused; the session says so too. */
  'session:join': v.strictObject({
    name: DisplayName,
    /** I am barred and ask to come back: what I say for it. */
    appeal: v.optional(Note),
  }),
  /** Back from preview, or out of joining or reconnecting, to idle. */
  'session:cancel': Nothing,
  /** From over to idle: the dialog was read. */
  'session:dismiss': Nothing,
  /** From over to joining the same meeting as the same person. */
  'session:rejoin': Nothing,
  /** The way back is looked at: the room is asked anew what it would say. */
  'session:ask-way-back': Nothing,
  'room:leave': v.strictObject({ handOverTo: v.optional(ParticipantId) }),
  'room:end': v.strictObject({ reason: Note, lock: v.boolean() }),
  /** Ends it a little later, so that everybody can say goodbye; anybody who may end it can call that off. */
  'room:schedule-end': v.strictObject({ reason: Note, lock: v.boolean(), inMs: EndInMs }),
  'room:cancel-end': Nothing,
  'room:remove': v.strictObject({ participant: ParticipantId, reason: Note, bar: v.boolean() }),
  'room:mute': v.strictObject({
    participant: Mute.entries.participant,
    media: Mute.entries.media,
  }),
  'room:ask-to-unmute': v.strictObject({ participant: ParticipantId, media: AskToUnmute.entries.media }),
  'room:raise-hand': v.strictObject({ raised: v.boolean() }),
  'room:lower-hand': v.strictObject({ participant: LowerHand.entries.participant }),
  'room:react': v.strictObject({ reaction: Reaction }),
  'room:spotlight': v.strictObject({ participant: SetSpotlight.entries.participant }),
  'room:unbar': v.strictObject({ principal: PrincipalId }),
  /** What somebody, or I, may do from now. With `stepDown`: whoever hands over is that afterwards. */
  'room:change-role': v.strictObject({ participant: ParticipantId, role: Role, stepDown: v.optional(Role) }),
  'room:lock': Nothing,
  /** In the meeting; or in preview after `room-locked` with `mayUnlock`. */
  'room:unlock': Nothing,
  'room:set-lobby': v.strictObject({ on: v.boolean() }),
  'room:admit': v.strictObject({ principal: Admit.entries.principal }),
  'room:refuse-entry': v.strictObject({ principal: PrincipalId, reason: Note, bar: v.boolean() }),
  'room:send-to-lobby': v.strictObject({ participant: ParticipantId, reason: Note }),
  'room:rename': v.strictObject({ name: DisplayName }),
  /** What could be shared now, with pictures. `not-joined`, `forbidden`, `capture-busy` where the system gives no list. */
  'share:sources': Nothing,
  /**
   * Shares one of the sources that were listed last; while somebody else shares, asks them first and begins when they
   * stop. `not-joined`, `forbidden`, `bad-request` where it was not listed or something is shared already, and what
   * `ask-to-share` is refused with.
   */
  'share:start': v.strictObject({ source: v.pipe(v.string(), v.minLength(1), v.maxLength(256)), sound: v.boolean() }),
  /** Shares no more, or does not want to after all. */
  'share:stop': Nothing,
  /** What the person wants on, but for a screen, which is shared by `share:start`. The page opens or stops the device when the snapshot says so. */
  'capture:want': v.strictObject({ kind: CaptureKind, on: v.boolean() }),
  /** The key for talking is down, or up again. */
  'capture:hold-to-talk': v.strictObject({ held: v.boolean() }),
  'capture:choose': v.strictObject({ kind: DeviceKind, deviceId: Device }),
  /** What is open now, after every change. With `over` and nothing live and no link, main emits `meeting-left`. */
  'capture:report': v.strictObject({
    microphone: ReportedKind,
    camera: ReportedKind,
    screen: ReportedKind,
    /** A microphone is open though I am muted, for me to be told that I talk. Absent: none is. */
    ear: v.optional(v.boolean()),
    links: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  /** The page's media is set up: queued signals may come. Said again after each (re)load. */
  'signal:ready': Nothing,
  'signal:send': v.strictObject({
    to: ParticipantId,
    link: LinkId,
    generation: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    /** JSON, sealed by main before it goes out. */
    data: v.pipe(v.string(), v.maxLength(32_768)),
  }),
  /**
   * Puts the invite of the current meeting on the clipboard and answers with its link. `words` are what a guest reads, in
   * which `{link}` and `{server}` stand for those; without them the clipboard has the link alone.
   */
  'invite:copy': v.strictObject({ words: v.optional(v.pipe(v.string(), v.maxLength(2000))) }),
  /** Lets other machines on the network reach the server inside this app. */
  'hosting:share': Nothing,
  'hosting:unshare': Nothing,
  'prompt:answer': v.strictObject({
    id: v.pipe(v.string(), v.maxLength(64)),
    answer: PromptAnswer,
    remember: v.boolean(),
    /** With a link in a meeting: who is host in the one that I leave. */
    handOverTo: v.optional(ParticipantId),
  }),
  'settings:change': v.partial(v.strictObject(CHANGEABLE)),
  /**
   * The key with which the default server lets meetings be made, as whoever runs that server gave it; null takes it away.
   * `wrong-phase` where no default server is set.
   */
  'settings:keep-creation-key': v.strictObject({ key: v.nullable(CreationKey) }),
  /** Looks for a newer version now. `wrong-phase` where none are looked for here, or that is under way. */
  'updates:check': Nothing,
  /** Installs what is ready and starts it. `wrong-phase` in a meeting, `others-served` while others are in one here. */
  'updates:restart': Nothing,
  'updates:when-i-quit': Nothing,
  /** Whether the app starts when the person logs in: `not-written`. */
  'autostart:set': v.strictObject({ on: v.boolean() }),
  /** Keys that work from anywhere on the computer; null takes them away. `shortcut-taken`, `shortcut-twice`. */
  'shortcuts:set': v.strictObject({ action: GlobalAction, keys: v.nullable(Accelerator) }),
  /** Keys are being chosen: those of now do nothing meanwhile. */
  'shortcuts:pause': v.strictObject({ on: v.boolean() }),
  /** The small window that stays on top takes the place of this one. `not-joined`. */
  'window:mini': Nothing,
  'window:show': Nothing,
  /** Leaves as the tray does: the only host is asked, in the main window, who is host next. */
  'window:leave': Nothing,
  /** Shows the folder of the logs in the desktop's file manager: `not-opened`. */
  'logs:open': Nothing,
  /** Writes a file for whoever looks for a fault into the downloads, without secrets, and says where: `not-written`. */
  'diagnostics:save': Nothing,
  /** What is kept of earlier exits, the last one first. */
  'receipt:list': Nothing,
  /** Puts a receipt on the clipboard: in words, which the page has, and for programs. `bad-request` where it is not kept. */
  'receipt:copy': v.strictObject({ id: ReceiptId, words: v.pipe(v.string(), v.maxLength(4000)) }),
  'receipt:forget': v.strictObject({ id: ReceiptId }),
  'receipt:forget-all': Nothing,
  /** What is kept on this computer, by kind. */
  'privacy:list': Nothing,
  /** `wrong-phase`, with nothing deleted, where one of these is needed right now; `not-deleted` where the disk refuses. */
  'privacy:delete': v.strictObject({ kinds: v.pipe(v.array(KeptKind), v.minLength(1), v.maxLength(20)) }),
  /** Servers that a link may lead to without a second question, because I agreed to them or was there. */
  'servers:list': Nothing,
  /** The next link to it asks again; its meetings go off the recent list. Answers with the servers that are left. */
  'servers:forget': v.strictObject({ server: v.pipe(v.string(), v.maxLength(300)) }),
  /** Records the meeting that I am in. Everybody in it is told before anything is taken. `not-writable`, `forbidden`. */
  'recording:start': Nothing,
  'recording:stop': Nothing,
  /** What was taken since the last piece, in order. Answered when it is written. */
  'recording:piece': v.strictObject({ piece: RecordingPiece }),
  /** There is no more. Answered when the file is closed. */
  'recording:finished': Nothing,
  /** Shows the file that was kept in the system's own window for files. */
  'recording:show': Nothing,
  /** It was read where it was kept. */
  'recording:dismiss': Nothing,
  /** Asks the person, in the system's own dialog, where recordings are kept from now on. */
  'recording:choose-folder': Nothing,
  'recent:forget': v.strictObject({ server: v.pipe(v.string(), v.maxLength(300)), room: RoomId }),
} as const satisfies Record<string, v.GenericSchema>;

export type RouteName = keyof typeof ROUTES;
/** What the page passes; main gets the schema's output. */
export type RouteRequest<Name extends RouteName> = v.InferInput<(typeof ROUTES)[Name]>;
export type RouteInput<Name extends RouteName> = v.InferOutput<(typeof ROUTES)[Name]>;

interface RouteAnswers extends ChatAnswers, FileAnswers {
  readonly 'app:snapshot': AppSnapshot;
  readonly 'invite:copy': { readonly link: string };
  readonly 'diagnostics:save': { readonly path: string };
  readonly 'privacy:list': readonly Kept[];
  readonly 'privacy:delete': readonly Kept[];
  readonly 'servers:list': readonly string[];
  readonly 'servers:forget': readonly string[];
  readonly 'share:sources': ShareSources;
  readonly 'receipt:list': readonly Receipt[];
}
export type RouteAnswer<Name extends RouteName> = Name extends keyof RouteAnswers ? RouteAnswers[Name] : null;

/** A signal that another participant sent, unsealed. */
export interface IncomingSignal {
  readonly from: ParticipantId;
  readonly link: LinkId;
  readonly generation: number;
  readonly data: string;
}

/** Everything that main pushes to the page, by channel. */
export interface Pushes {
  readonly snapshot: AppSnapshot;
  readonly notice: Notice;
  readonly signal: IncomingSignal;
  /** The person asked, outside the window, to see this part of the meeting. */
  readonly show: { readonly panel: 'people' | 'chat' };
  readonly chat: ChatNews;
}
export type PushName = keyof Pushes;

/** `window.parley`: the whole bridge between the page and main. */
export interface ParleyBridge {
  request<Name extends RouteName>(route: Name, request: RouteRequest<Name>): Promise<Result<RouteAnswer<Name>>>;
  /** Listens until the returned function is called. */
  on<Name extends PushName>(channel: Name, listener: (payload: Pushes[Name]) => void): () => void;
}
