/** A track as getUserMedia gives it, as far as this code looks at one. */
export class FakeTrack extends EventTarget {
  readonly kind: 'audio' | 'video';
  readonly device: string | null;
  readyState: 'live' | 'ended' = 'live';
  /** What it gives at present. */
  settings: MediaTrackSettings = {};

  constructor(kind: 'audio' | 'video', device: string | null) {
    super();
    this.kind = kind;
    this.device = device;
  }

  getSettings(): MediaTrackSettings {
    return this.settings;
  }

  stop(): void {
    this.readyState = 'ended';
  }

  /** The device goes by itself. */
  unplug(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

export const asTrack = (track: FakeTrack): MediaStreamTrack => track as unknown as MediaStreamTrack;
