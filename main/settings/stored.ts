import * as v from 'valibot';

import { RoomId } from '#protocol/ids.ts';
import { CHANGEABLE } from '#protocol/ipc/changeableSettings.ts';
import { FIRST_LOOK } from '#protocol/ipc/stageLook.ts';

import { MEDIA_DEFAULTS } from './mediaSettings.ts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const someText = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
const server = someText(300);
/** Base64 of what the system's keyring has sealed. */
const sealed = v.nullable(text(4096));
const device = v.nullable(text(256));
const keys = v.nullable(text(60));
const path = v.nullable(someText(4096));
const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));

/** A meeting in the recent list, as on disk. */
export const StoredRecent = v.pipe(
  v.strictObject({
    server,
    room: RoomId,
    hosted: v.boolean(),
    lastAt: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** The invite link's secret, sealed; null where the system can't encrypt, or where there was none. */
    secret: sealed,
  }),
  v.readonly(),
);
export type StoredRecent = v.InferOutput<typeof StoredRecent>;

export const StoredWindow = v.pipe(
  v.strictObject({ x: pixels, y: pixels, width: pixels, height: pixels, maximized: v.boolean() }),
  v.readonly(),
);
export type StoredWindow = v.InferOutput<typeof StoredWindow>;

export const StoredPlace = v.pipe(v.strictObject({ server, room: RoomId }), v.readonly());
export type StoredPlace = v.InferOutput<typeof StoredPlace>;

/** A server's creation key, sealed, with the server that it belongs to. */
export const StoredCreationKey = v.pipe(v.strictObject({ server, key: text(4096) }), v.readonly());
export type StoredCreationKey = v.InferOutput<typeof StoredCreationKey>;

/**
 * The settings file, entry by entry: what is checked on reading and before writing. Secrets are in it in sealed form only
 * (invariant 12).
 */
export const STORED = {
  ...CHANGEABLE,
  // As an older version, or a newer one, may have written them.
  displayName: text(1000),
  talkKey: v.nullable(text(20)),
  creationKey: v.nullable(StoredCreationKey),
  globalMute: keys,
  globalLeave: keys,
  microphoneId: device,
  cameraId: device,
  speakerId: device,
  /** Where recordings are kept; null: among the videos. */
  recordingFolder: path,
  /** The file of a recording that is being written. Still there at the next start only if this one ended inside it. */
  unfinishedRecording: path,
  /** This person's identity secret, sealed. */
  identity: sealed,
  hostingPort: v.nullable(port),
  /** The key of the embedded server's tokens, sealed. */
  hostingKey: sealed,
  recent: v.pipe(v.array(StoredRecent), v.maxLength(100), v.readonly()),
  /** Servers that this person agreed to use: a link to one of them needs no second step. */
  knownServers: v.pipe(v.array(server), v.maxLength(1000), v.readonly()),
  window: v.nullable(StoredWindow),
  /** Of the small window that stays on top. */
  miniPlace: v.nullable(StoredWindow),
  /** The meeting that I am in. Still there at the next start only if this one ended without a leave. */
  inside: v.nullable(StoredPlace),
} as const;

/** What a file may hold, and a change of it. Keys that it does not name, of a newer Parley, are passed over. */
export const SomeStored = v.partial(v.object(STORED));

const Stored = v.pipe(v.object(STORED), v.readonly());
export type Stored = v.InferOutput<typeof Stored>;

export const DEFAULTS: Stored = {
  displayName: '',
  theme: 'system',
  highContrast: false,
  reducedMotion: false,
  textSize: 100,
  language: 'system',
  closeBehaviour: 'ask',
  joinWithMicrophone: true,
  joinWithCamera: true,
  aloneMinutes: 5,
  defaultServer: null,
  creationKey: null,
  askWhoIsHost: true,
  miniWindow: true,
  talkKey: 'Space',
  globalMute: null,
  globalLeave: null,
  microphoneId: null,
  cameraId: null,
  speakerId: null,
  recordingFolder: null,
  unfinishedRecording: null,
  stageLook: FIRST_LOOK,
  identity: null,
  hostingPort: null,
  hostingKey: null,
  recent: [],
  knownServers: [],
  window: null,
  miniPlace: null,
  inside: null,
  ...MEDIA_DEFAULTS,
};

/** What a good file says, and the rest as it is at first. Keys that it does not name are not taken over. */
export function withDefaults(raw: Partial<Stored>): Stored {
  return { ...DEFAULTS, ...Object.fromEntries(Object.entries(raw).filter(([key]) => Object.hasOwn(DEFAULTS, key))) };
}
