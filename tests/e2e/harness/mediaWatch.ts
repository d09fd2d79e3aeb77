import { expect, type Page } from '@playwright/test';

/** What a page holds of media, counted from outside the product: every track it was given, every connection it made. */
export interface MediaCount {
  readonly liveTracks: readonly string[];
  readonly openConnections: number;
}

const NOTHING: MediaCount = { liveTracks: [], openConnections: 0 };

/** Sums over all inbound streams of the page's connections. */
export interface Inbound {
  readonly framesDecoded: number;
  readonly audioEnergy: number;
}

interface Watch {
  /** Held weakly: what the product lets go of is gone, as it is without anybody watching. */
  readonly tracks: Set<WeakRef<MediaStreamTrack>>;
  readonly connections: Set<WeakRef<RTCPeerConnection>>;
}

declare global {
  var mediaWatch: Watch | undefined;
}

/** Starts counting in the page. Call before the page opens its first device, and again after a reload. */
export async function watchMedia(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (globalThis.mediaWatch) return;
    const watch: Watch = { tracks: new Set(), connections: new Set() };
    globalThis.mediaWatch = watch;
    const watched = new WeakSet<MediaStreamTrack>();
    const add = (track: MediaStreamTrack) => {
      if (watched.has(track)) return;
      watched.add(track);
      watch.tracks.add(new WeakRef(track));
    };
    const note = (stream: MediaStream) => {
      for (const track of stream.getTracks()) add(track);
      return stream;
    };
    const devices = navigator.mediaDevices;
    const getUserMedia = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => note(await getUserMedia(constraints));
    const getDisplayMedia = devices.getDisplayMedia.bind(devices);
    devices.getDisplayMedia = async (options) => note(await getDisplayMedia(options));
    const clone: (this: MediaStreamTrack) => MediaStreamTrack = Reflect.get(MediaStreamTrack.prototype, 'clone');
    MediaStreamTrack.prototype.clone = function cloneWatched(this: MediaStreamTrack) {
      const copy = clone.call(this);
      if (watched.has(this)) add(copy);
      return copy;
    };
    const Connection = globalThis.RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends Connection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        watch.connections.add(new WeakRef(this));
      }
    };
  });
}

/** What is open right now. */
export function countMedia(page: Page): Promise<MediaCount> {
  return page.evaluate(() => {
    const watch = globalThis.mediaWatch;
    if (!watch) throw new Error('watchMedia was not called in this page');
    return {
      liveTracks: [...watch.tracks]
        .flatMap((held) => held.deref() ?? [])
        .filter((track) => track.readyState === 'live')
        .map((track) => track.kind),
      openConnections: [...watch.connections]
        .flatMap((held) => held.deref() ?? [])
        .filter((connection) => connection.connectionState !== 'closed').length,
    };
  });
}

/** What has arrived so far, over the connections that are open. */
export function inbound(page: Page): Promise<Inbound> {
  return page.evaluate(async () => {
    const watch = globalThis.mediaWatch;
    if (!watch) throw new Error('watchMedia was not called in this page');
    let framesDecoded = 0;
    let audioEnergy = 0;
    for (const held of watch.connections) {
      const connection = held.deref();
      if (!connection || connection.connectionState === 'closed') continue;
      const stats = await connection.getStats();
      for (const report of stats.values() as Iterable<RTCInboundRtpStreamStats>) {
        if (report.type !== 'inbound-rtp') continue;
        framesDecoded += report.framesDecoded ?? 0;
        audioEnergy += report.totalAudioEnergy ?? 0;
      }
    }
    return { framesDecoded, audioEnergy };
  });
}

/**
 * The page holds no live track and no open connection now, without waiting for it: for whoever reads that they are out,
 * which is shown only once all of it was released (semantics rule 2).
 */
export async function expectReleasedBefore(page: Page): Promise<void> {
  expect(await countMedia(page)).toEqual(NOTHING);
}

/** Settles when the page holds no live track and no open connection. */
export async function expectReleased(page: Page): Promise<void> {
  await expect.poll(() => countMedia(page)).toEqual(NOTHING);
}
