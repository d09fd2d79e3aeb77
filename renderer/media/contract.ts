import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';

export interface DeviceChoice {
  readonly id: string;
  /** Empty until the first permission was granted. */
  readonly label: string;
}

/** What comes from one other participant. */
export interface RemoteMedia {
  /** All that arrives, audio and video together; null until something does. Same object for as long as it lives. */
  readonly stream: MediaStream | null;
  /** A video track that shows pictures right now. */
  readonly hasVideo: boolean;
  readonly link: 'connecting' | 'connected' | 'lost';
  readonly speaking: boolean;
}

/** All that the page shows of media. Replaced whole on change, so that it can be a React store. */
export interface MediaView {
  readonly local: {
    /** My camera, for the self view and preview; null while it is off. */
    readonly video: MediaStream | null;
    /** 0..1, updated about ten times a second while the microphone is open. */
    readonly audioLevel: number;
    readonly speaking: boolean;
  };
  /** By participant id. */
  readonly remotes: Readonly<Record<string, RemoteMedia>>;
  readonly microphones: readonly DeviceChoice[];
  readonly cameras: readonly DeviceChoice[];
}

/** Owns every track and every peer link of the page. Reconciles them to the snapshot; keeps no wish of its own. */
export interface MediaEngine {
  readonly view: MediaView;
  onView(listener: () => void): () => void;
  /** Called with each snapshot, in order. Idempotent. */
  apply(snapshot: AppSnapshot): void;
  /** Stops every track, destroys every link; settles when nothing is open. */
  dispose(): Promise<void>;
}
