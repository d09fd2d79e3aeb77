import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';

import type { LinkQuality } from './quality/linkQuality.ts';
import type { Talk } from './talk.ts';
import type { Shown, ShownScreens } from './transport.ts';
import type { DeviceNews } from './capture/deviceNews.ts';

export interface DeviceChoice {
  readonly id: string;
  /** Empty until the first permission was granted. */
  readonly label: string;
}

/** What comes from one other participant. */
export interface RemoteMedia {
  /**
   * Voice and camera together; null until something does, and while others have stopped their video.
   * Same object for as long as the connection lives, another one after it was rebuilt. For a muted video element: voices
   * are played by the engine.
   */
  readonly stream: MediaStream | null;
  /** Pictures come right now. */
  readonly hasVideo: boolean;
  /**
   * The screen that they share, from its first picture to the room's word that it is over; for a muted video element, as
   * its sound is played by the engine too. Same object for as long as the connection lives.
   */
  readonly screen: MediaStream | null;
  readonly link: 'connecting' | 'connected' | 'lost';
  readonly speaking: boolean;
}

/** All that the page shows of media. Replaced whole on change, so that it can be a React store. */
export interface MediaView {
  readonly local: {
    /** My camera, for the self view and preview; null while it is off. */
    readonly video: MediaStream | null;
    /** What I share, as others get it; null while I share nothing. */
    readonly screen: MediaStream | null;
    /** 0..1, updated about ten times a second while the microphone is open. */
    readonly audioLevel: number;
    readonly speaking: boolean;
    /** I talk while I am muted, and nobody hears it. Known only where I want to be told. */
    readonly unheard: boolean;
  };
  /** By participant id. */
  readonly remotes: Readonly<Record<string, RemoteMedia>>;
  readonly microphones: readonly DeviceChoice[];
  readonly cameras: readonly DeviceChoice[];
  readonly speakers: readonly DeviceChoice[];
  /** A device is open, or may come up still, or a link is. While that is so, no exit is shown. */
  readonly holding: boolean;
  /** How much of the speaker's test sound has been played, 0..1; null while it is not. */
  readonly testSound: number | null;
}

/**
 * Owns every track and every peer link of the page. Reconciles them to the snapshot; keeps no wish of its own.
 *
 * It plays everybody's voice itself, by one hidden audio element each in the body (`data-participant`), so that what the
 * stage shows or hides never cuts a voice. Every element that shows a stream of the view is muted therefore.
 */
export interface MediaEngine {
  readonly view: MediaView;
  readonly onView: (listener: () => void) => () => void;
  /** How well the links to the others carry what goes over them. */
  readonly quality: LinkQuality;
  /** What my page says to the others' pages, and they to mine. */
  readonly talk: Talk;
  /**
   * The page shows these pictures, and no others, from now on: whoever is not among them is asked to send none. Until it
   * is called, everybody is asked for all that they have.
   */
  watch(shown: Shown, screens?: ShownScreens): void;
  /** Whoever is to choose a device calls this first: until then, and outside of meetings, nobody has looked for any. */
  findDevices(): void;
  /** Told of what happens to devices by itself: unplugged, back again. */
  onDeviceNews(listener: (news: DeviceNews) => void): () => void;
  /** Plays a few notes on the chosen speaker, from the start; `testSound` of the view follows it. */
  playTestSound(): void;
  stopTestSound(): void;
  /** Called with each snapshot, in order. Idempotent. */
  apply(snapshot: AppSnapshot): void;
  /** Stops every track, destroys every link; settles when nothing is open. */
  dispose(): Promise<void>;
}
