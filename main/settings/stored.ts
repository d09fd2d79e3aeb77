import type { Schema } from 'electron-store';

import type { RoomId } from '#protocol/ids.ts';
import type { MediaSettings } from '#protocol/ipc/mediaSettings.ts';
import type { CloseBehaviour, TextSize, Theme } from '#protocol/ipc/snapshot.ts';
import { FIRST_LOOK, StageLook } from '#protocol/ipc/stageLook.ts';
import { LanguageSetting } from '#protocol/language.ts';

import { MEDIA_DEFAULTS, MEDIA_SCHEMA } from './mediaSettings.ts';

/** A meeting in the recent list, as on disk. */
export interface StoredRecent {
  readonly server: string;
  readonly room: RoomId;
  readonly hosted: boolean;
  readonly lastAt: number;
  /** The invite link's secret, sealed; null where the system can't encrypt, or where there was none. */
  readonly secret: string | null;
}

export interface StoredWindow {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

export interface StoredPlace {
  readonly server: string;
  readonly room: RoomId;
}

/** A server's creation key, sealed, with the server that it belongs to. */
export interface StoredCreationKey {
  readonly server: string;
  readonly key: string;
}

/** The settings file. Secrets are in it in sealed form only (invariant 12). */
export interface Stored extends MediaSettings {
  readonly displayName: string;
  readonly theme: Theme;
  /** More contrast and less motion than the system asks for; where it asks, there is more and less anyway. */
  readonly highContrast: boolean;
  readonly reducedMotion: boolean;
  /** Percent of the usual size. */
  readonly textSize: TextSize;
  readonly language: LanguageSetting;
  readonly closeBehaviour: CloseBehaviour;
  readonly joinWithMicrophone: boolean;
  readonly joinWithCamera: boolean;
  readonly aloneMinutes: number | null;
  readonly defaultServer: string | null;
  readonly creationKey: StoredCreationKey | null;
  readonly askWhoIsHost: boolean;
  readonly miniWindow: boolean;
  readonly talkKey: string | null;
  readonly globalMute: string | null;
  readonly globalLeave: string | null;
  readonly microphoneId: string | null;
  readonly cameraId: string | null;
  readonly speakerId: string | null;
  /** Where recordings are kept; null: among the videos. */
  readonly recordingFolder: string | null;
  /** The file of a recording that is being written. Still there at the next start only if this one ended inside it. */
  readonly unfinishedRecording: string | null;
  readonly stageLook: StageLook;
  /** This person's identity secret, sealed. */
  readonly identity: string | null;
  readonly hostingPort: number | null;
  /** The key of the embedded server's tokens, sealed. */
  readonly hostingKey: string | null;
  readonly recent: readonly StoredRecent[];
  /** Servers that this person agreed to use: a link to one of them needs no second step. */
  readonly knownServers: readonly string[];
  readonly window: StoredWindow | null;
  /** Of the small window that stays on top. */
  readonly miniPlace: StoredWindow | null;
  /** The meeting that I am in. Still there at the next start only if this one ended without a leave. */
  readonly inside: StoredPlace | null;
}

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

const server = { type: 'string', minLength: 1, maxLength: 300 } as const;
const room = { type: 'string', pattern: '^[a-z]{3}-[a-z]{4}-[a-z]{3}$' } as const;
const sealed = { type: ['string', 'null'], maxLength: 4096 } as const;
const device = { type: ['string', 'null'], maxLength: 256 } as const;
const keys = { type: ['string', 'null'], maxLength: 60 } as const;
const path = { type: ['string', 'null'], minLength: 1, maxLength: 4096 } as const;
const pixels = { type: 'integer', minimum: -100_000, maximum: 100_000 } as const;

const place = {
  type: ['object', 'null'],
  required: ['x', 'y', 'width', 'height', 'maximized'],
  additionalProperties: false,
  properties: { x: pixels, y: pixels, width: pixels, height: pixels, maximized: { type: 'boolean' } },
} as const;

/** What electron-store checks on reading and before writing. Keys that it does not name, of a newer Parley, are kept. */
export const SCHEMA: Schema<Stored> = {
  displayName: { type: 'string', maxLength: 1000 },
  theme: { type: 'string', enum: ['system', 'light', 'dark'] },
  highContrast: { type: 'boolean' },
  reducedMotion: { type: 'boolean' },
  textSize: { type: 'integer', enum: [100, 115, 130, 150] },
  language: { type: 'string', enum: [...LanguageSetting.options] },
  closeBehaviour: { type: 'string', enum: ['ask', 'keep-running', 'leave'] },
  joinWithMicrophone: { type: 'boolean' },
  joinWithCamera: { type: 'boolean' },
  aloneMinutes: { type: ['number', 'null'], exclusiveMinimum: 0, maximum: 1440 },
  defaultServer: { type: ['string', 'null'], minLength: 1, maxLength: 300 },
  creationKey: {
    type: ['object', 'null'],
    required: ['server', 'key'],
    additionalProperties: false,
    properties: { server, key: { type: 'string', maxLength: 4096 } },
  },
  askWhoIsHost: { type: 'boolean' },
  miniWindow: { type: 'boolean' },
  talkKey: { type: ['string', 'null'], maxLength: 20 },
  globalMute: keys,
  globalLeave: keys,
  microphoneId: device,
  cameraId: device,
  speakerId: device,
  recordingFolder: path,
  unfinishedRecording: path,
  stageLook: {
    type: 'object',
    required: ['mode', 'selfView', 'corner', 'hidesQuiet'],
    additionalProperties: false,
    properties: {
      mode: { type: 'string', enum: [...StageLook.entries.mode.options] },
      selfView: { type: 'string', enum: [...StageLook.entries.selfView.options] },
      corner: { type: 'string', enum: [...StageLook.entries.corner.options] },
      hidesQuiet: { type: 'boolean' },
    },
  },
  identity: sealed,
  hostingPort: { type: ['integer', 'null'], minimum: 1, maximum: 65_535 },
  hostingKey: sealed,
  recent: {
    type: 'array',
    maxItems: 100,
    items: {
      type: 'object',
      required: ['server', 'room', 'hosted', 'lastAt', 'secret'],
      additionalProperties: false,
      properties: {
        server,
        room,
        hosted: { type: 'boolean' },
        lastAt: { type: 'integer', minimum: 0 },
        secret: sealed,
      },
    },
  },
  knownServers: { type: 'array', maxItems: 1000, items: server },
  window: place,
  miniPlace: place,
  inside: {
    type: ['object', 'null'],
    required: ['server', 'room'],
    additionalProperties: false,
    properties: { server, room },
  },
  ...MEDIA_SCHEMA,
};
