import type { ParticipantId } from '#protocol/ids.ts';
import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import type { Room } from '#protocol/room.ts';
import type { IceServer, IceTransportPolicy } from '#protocol/wire/frame.ts';

import type { Traffic } from './quality/traffic.ts';
import type { TalkLabel, TalkMessage, TalkOutcome } from './talk.ts';

/** What I send, to everybody alike. Null sends nothing of that kind and keeps receiving. */
export interface OutgoingTracks {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
  /** What I share, beside my camera and never in its place, and the sound of it. */
  readonly screen: MediaStreamTrack | null;
  readonly screenAudio: MediaStreamTrack | null;
  /** With as few bits as will do: the network is slow, or expensive. */
  readonly sparing?: boolean;
}

export const NO_TRACKS: OutgoingTracks = { audio: null, video: null, screen: null, screenAudio: null };

/** The meeting as a transport needs it. */
export interface MeetingNow {
  readonly room: Room;
  readonly me: ParticipantId;
  readonly iceServers: readonly IceServer[];
  readonly iceTransportPolicy: IceTransportPolicy;
  /** Signals get through; false while reconnecting: what is up stays up, nothing new is begun. */
  readonly online: boolean;
}

/** In physical pixels: whole numbers from 1. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Whose camera the page shows now, and how large. Whoever is not in it is not shown. */
export type Shown = ReadonlyMap<ParticipantId, PictureSize>;

/** Whose shared screens the page shows now; undefined: whoever shares one. A screen comes in its own size, however large it is shown. */
export type ShownScreens = ReadonlySet<ParticipantId> | undefined;

/** What comes from one other participant, as it is at this moment. */
export interface RemoteFeed {
  readonly peer: ParticipantId;
  /** Their picture is wanted: the page shows it, or has not said what it shows. */
  readonly wanted: boolean;
  /** The same of the screen that they may share. */
  readonly screenWanted: boolean;
  /** `lost`: was up before and is being brought back. */
  readonly link: 'connecting' | 'connected' | 'lost';
  /** Voice and camera. A new object after the link was rebuilt. */
  readonly stream: MediaStream | null;
  /**
   * The line of a shared screen and of its sound, there with the link whether anything comes on it or not: that somebody
   * shares is the room's word. A new object after the link was rebuilt.
   */
  readonly screen: MediaStream | null;
  /** How loud (amplitude, 0..1) what was played last is; 0 when nothing arrives. */
  audioAmplitude(): number;
  /** Milliseconds since the last picture came; null before the first. */
  pictureAge(): number | null;
  /** The same of the screen; null as well when it has stood still for some seconds. */
  screenAge(): number | null;
}

/** Figures of one link, for tests, for support and for the mark of a poor network. */
export interface LinkFigures {
  readonly peer: ParticipantId;
  readonly link: RemoteFeed['link'];
  /** How the link came to be what it is: grows by each rebuilding. */
  readonly generation: number;
  readonly roundTripMs: number | null;
  readonly audioBytesIn: number;
  readonly videoFramesIn: number;
  readonly videoFramesOut: number;
  /** Of the picture sent last; null before the first. */
  readonly videoWidthOut: number | null;
  /** The same of shared screens. */
  readonly screenFramesIn: number;
  readonly screenFramesOut: number;
  readonly screenWidthOut: number | null;
  readonly packetsLostIn: number;
  readonly traffic: Traffic;
  /** By which kinds of candidate packets go at present (`host`, `srflx`, `prflx`, `relay`); null where none do. */
  readonly path: { readonly local: string; readonly remote: string } | null;
}

/**
 * One way for media to travel between the participants of one meeting: peer to peer, or over a forwarding server. One
 * lives from joining to leaving; it owns its connections and no track of mine.
 */
export interface MediaTransport {
  /** Connects to whoever is there and drops, before it returns, whoever is not. */
  follow(meeting: MeetingNow): void;
  /** Sends these from now on, without negotiating anew. */
  publish(tracks: OutgoingTracks): void;
  /**
   * Tells each other side how large its picture is shown from now on, so that nobody sends, and nobody decodes, what
   * nobody looks at. Until it is called for the first time, every picture is wanted as large as can be.
   */
  watch(shown: Shown, screens?: ShownScreens): void;
  /** Says something to the page of another participant. */
  say(to: ParticipantId, label: TalkLabel, message: TalkMessage): Promise<TalkOutcome>;
  /** Takes a signal in; false where it is from nobody known (yet), so that it may be tried again. */
  receive(signal: IncomingSignal): boolean;
  /** By participant; in the order of the meeting. */
  readonly remotes: ReadonlyMap<ParticipantId, RemoteFeed>;
  /** How many connections are open, in whatever state. */
  readonly openLinks: number;
  /** Of every link; or, where somebody is named, of theirs alone. */
  figures(only?: ParticipantId): Promise<readonly LinkFigures[]>;
  /** Drops everything before it returns; settles when it is gone. */
  close(): Promise<void>;
}

/** What a transport tells of talk, besides what it does with it itself. */
export interface TalkEvents {
  readonly onOpen: (peer: ParticipantId, label: TalkLabel) => void;
  readonly onMessage: (from: ParticipantId, label: TalkLabel, message: TalkMessage) => void;
}
