import { census } from './census.ts';

import type { ParticipantId } from '#protocol/ids.ts';
import type { IncomingSignal, ParleyBridge, PushName, RouteInput, RouteRequest } from '#protocol/ipc/contract.ts';
import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import { createMediaEngine, type ParleyMediaEngine } from '#renderer/media/createMediaEngine.ts';
import { pageEnvironment } from '#renderer/media/environment.ts';
import type { PictureSize } from '#renderer/media/transport.ts';

import { bareRound, openBareMesh } from './bare.ts';
import { openChannel } from './channel.ts';
import { engineRound } from './engineRound.ts';
import { audioEnergy, framesWithin, showAll, sizeOf } from './senses.ts';

type Report = RouteRequest<'capture:report'>;

/** One engine in this page, with the part of main that it talks to. */
interface Stand {
  readonly engine: ParleyMediaEngine;
  /** What it was told under `file`. */
  readonly talked: string[];
  readonly reports: Report[];
  readonly faults: string[];
  /** What it recorded, and whether that is all. */
  readonly recording: { pieces: Uint8Array<ArrayBuffer>[]; isFinished: boolean };
  readonly sent: { readonly to: string; readonly generation: number; readonly length: number }[];
  readonly stop: () => void;
}

const stands = new Map<string, Stand>();
/** Added to this machine's clock by each engine, ms. */
const offsets = new Map<string, number>();

/** As a server does it: what is older than the newest on its link is dropped, 0 always goes through. */
function createGate(): (signal: IncomingSignal) => boolean {
  const newest = new Map<string, number>();
  return ({ link, generation }) => {
    if (generation === 0) return true;
    if (generation < (newest.get(link) ?? 0)) return false;
    newest.set(link, generation);
    return true;
  };
}

/** Signals travel between pages (and engines) like this; what comes for a page that is not there is lost, as in life. */
function bridgeFor(
  id: ParticipantId,
  options: StandOptions,
): { bridge: ParleyBridge } & Omit<Stand, 'engine' | 'talked'> {
  const reports: Report[] = [];
  const faults: string[] = [];
  const recording: Stand['recording'] = { pieces: [], isFinished: false };
  const sent: { to: string; generation: number; length: number }[] = [];
  const passes = createGate();
  const listeners = new Set<(signal: IncomingSignal) => void>();
  const channel = openChannel<{ to: string; signal: IncomingSignal }>('signals', ({ to, signal }) => {
    if (to === id && passes(signal)) for (const listener of listeners) listener(signal);
  });
  const bridge: ParleyBridge = {
    async request(route, request) {
      if (route === 'capture:report') reports.push(request as Report);
      if (route === 'recording:piece') recording.pieces.push((request as RouteInput<'recording:piece'>).piece);
      if (route === 'recording:finished') recording.isFinished = true;
      if (route === 'signal:send' && !options.deaf) {
        const { to, link, generation, data } = request as RouteInput<'signal:send'>;
        if (data.length > 32_768) throw new Error('a signal is too long');
        sent.push({ to, generation, length: data.length });
        channel.say({ to, signal: { from: id, link, generation, data } });
      }
      return { ok: true, value: null as never };
    },
    on(channel: PushName, listener: (payload: never) => void) {
      const take = listener as (signal: IncomingSignal) => void;
      if (channel === 'signal') listeners.add(take);
      return () => listeners.delete(take);
    },
  };
  return { bridge, reports, faults, recording, sent, stop: () => channel.close() };
}

interface StandOptions {
  /** Added to this machine's clock, ms. */
  readonly clockOffset?: number;
  /** Loses every signal that it sends. */
  readonly deaf?: boolean;
}

const bytesIn = (message: ArrayBuffer): string => `${new Uint8Array(message)[0]} x ${message.byteLength}`;

function stand(id: string): Stand {
  const found = stands.get(id);
  if (!found) throw new Error(`no engine ${id} here`);
  return found;
}

/** What is shown for good, until it is ended. */
let showing: { readonly pictures: () => number; readonly end: () => void } | null = null;

/** What the tests reach by `page.evaluate`. */
const lab = {
  census,
  audioEnergy,
  bareRound,
  /** Opens a mesh of bare connections and shows all of its pictures; `endShow` ends both. */
  async showBare(people: number): Promise<void> {
    const mesh = await openBareMesh(people);
    await mesh.shown;
    const shown = showAll(mesh.remotes());
    showing = {
      pictures: shown.pictures,
      end: () => {
        shown.end();
        mesh.close();
      },
    };
  },
  /** Shows all pictures that the engines of this page get. */
  showEngines(): void {
    const remotes = [...stands.values()].flatMap(({ engine }) => Object.values(engine.view.remotes));
    showing = showAll(remotes.flatMap(({ stream }) => (stream ? [stream] : [])));
  },
  picturesShown: (): number => showing?.pictures() ?? 0,
  endShow: (): void => showing?.end(),
  engineRound: (ids: readonly string[], joined: Readonly<Record<string, AppSnapshot>>) =>
    engineRound(
      ids.map((id) => stand(id).engine),
      joined,
      ids,
    ),
  /** Starts an engine for this participant. */
  start(id: string, options: StandOptions = {}): void {
    const { bridge, ...rest } = bridgeFor(id as ParticipantId, options);
    const page = pageEnvironment();
    offsets.set(id, options.clockOffset ?? 0);
    const engine = createMediaEngine(bridge, {
      ...page,
      now: () => page.now() + (offsets.get(id) ?? 0),
      onFault: (fault) => rest.faults.push(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)),
    });
    const talked: string[] = [];
    engine.talk.listen('file', {
      onMessage: (_, message) => talked.push(typeof message === 'string' ? message : bytesIn(message)),
      onOpen: () => talked.push('open'),
    });
    stands.set(id, { engine, talked, ...rest });
  },
  /** Says that the page shows these, at these sizes, and nobody else. */
  watch: (id: string, shown: Readonly<Record<string, PictureSize>>, screens?: readonly string[]): void =>
    stand(id).engine.watch(
      new Map(Object.entries(shown) as [ParticipantId, PictureSize][]),
      screens && new Set(screens as readonly ParticipantId[]),
    ),
  /** Says something to a peer's page; settles with what became of it. */
  say: (id: string, to: string, text: string) => stand(id).engine.talk.say(to as ParticipantId, 'file', text),
  /** Sends that many bytes in messages of `each`, one when the one before was handed over; settles with what became of them. */
  async sendBytes(id: string, to: string, total: number, each: number): Promise<readonly string[]> {
    const outcomes = new Set<string>();
    for (let sent = 0; sent < total; sent += each) {
      outcomes.add(
        await stand(id).engine.talk.say(to as ParticipantId, 'file', new Uint8Array(each).fill(sent / each).buffer),
      );
    }
    return [...outcomes];
  },
  /** What an engine was told under `file`: text as it is, bytes by their first and how many. */
  talked: (id: string): readonly string[] => stand(id).talked,
  /** Puts an engine's clock forward. */
  passTime: (id: string, ms: number): void => void offsets.set(id, (offsets.get(id) ?? 0) + ms),
  apply: (id: string, snapshot: AppSnapshot): void => stand(id).engine.apply(snapshot),
  reports: (id: string): readonly Report[] => stand(id).reports,
  faults: (id: string): readonly string[] => stand(id).faults,
  sent: (id: string) => stand(id).sent,
  /** All that was recorded so far. */
  async recorded(id: string) {
    const { pieces, isFinished } = stand(id).recording;
    const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
    const letters = bytes.reduce((text, byte) => text + String.fromCodePoint(byte), '');
    return { bytes: bytes.length, isFinished, base64: btoa(letters) };
  },
  figures: (id: string) => stand(id).engine.figures(),
  /** Pictures of a peer that a video element presents in a short while. */
  frames: (id: string, peer: string): Promise<number> =>
    framesWithin(stand(id).engine.view.remotes[peer]?.stream ?? null, 700),
  /** The same of the screen that a peer shares; and how large it is. */
  screenFrames: (id: string, peer: string): Promise<number> =>
    framesWithin(stand(id).engine.view.remotes[peer]?.screen ?? null, 700),
  async screenSize(id: string, peer: string) {
    const screen = stand(id).engine.view.remotes[peer]?.screen;
    return screen ? sizeOf(screen) : null;
  },
  /** The view, without what can't leave the page. */
  view(id: string) {
    const { local, remotes, microphones, cameras, holding } = stand(id).engine.view;
    return {
      local: { ...local, video: local.video !== null, screen: local.screen !== null },
      remotes: Object.fromEntries(
        Object.entries(remotes).map(([peer, remote]) => [
          peer,
          { ...remote, stream: remote.stream !== null, screen: remote.screen !== null },
        ]),
      ),
      microphones,
      cameras,
      holding,
    };
  },
  async dispose(id: string): Promise<void> {
    const { engine, stop } = stand(id);
    stands.delete(id);
    await engine.dispose();
    stop();
  },
};

export type Lab = typeof lab;
declare global {
  interface Window {
    lab: Lab;
  }
}
window.lab = lab;
