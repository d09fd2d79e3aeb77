import type { WantedLink } from '#meeting/topology/wantedLinks.ts';
import type { IceServer } from '#protocol/wire/frame.ts';

import type { OutgoingTracks, RemoteFeed } from '../transport.ts';
import { createIncoming, type Incoming } from './incoming.ts';
import { type LinkMessage, type PeerSignal, writeAsk, writeSteps } from './linkMessage.ts';
import { CROSSING_MS, FIRST_OFFER_MS, HANDSHAKE_MS, recoveryDelay, RESTART_MS } from './patience.ts';
import type { SendQuality } from './sendQuality.ts';
import { openPeerLink, type PeerLink, type PeerState } from './simplePeerLink.ts';
import { createStepBatch } from './stepBatch.ts';

/** What all links of a mesh share, read when it is needed. */
export interface MeshContext {
  readonly epoch: string;
  readonly tracks: OutgoingTracks;
  readonly quality: SendQuality;
  readonly iceServers: readonly IceServer[];
  readonly now: () => number;
  readonly after: (ms: number, task: () => void) => () => void;
  readonly send: (wanted: WantedLink, generation: number, data: string) => void;
  readonly onChange: () => void;
  readonly onFault: (fault: unknown) => void;
}

/** A link to one participant, over as many peer connections (generations) as it takes. */
export interface MeshLink {
  readonly wanted: WantedLink;
  readonly generation: number;
  readonly state: RemoteFeed['link'];
  readonly incoming: Incoming | null;
  /** A peer connection is open, in whatever state. */
  readonly open: boolean;
  /** Signals get through to the other side, or don't. Begins or resumes what waited for that. */
  reach(reachable: boolean): void;
  receive(generation: number, message: LinkMessage): void;
  /** Tracks or quality changed. */
  refresh(): void;
  stats(): Promise<RTCStatsReport | null>;
  /** The connection is closed when this returns. */
  close(): void;
}

/**
 * `awaited`: the other side came after me and will offer by itself; else I came to find a link whose offer was made
 * before I was there (a reload, a take-over), and have to ask for another.
 */
export function createMeshLink(wanted: WantedLink, awaited: boolean, context: MeshContext): MeshLink {
  const { initiator } = wanted;
  let generation = 0;
  let peer: PeerLink | null = null;
  let incoming: Incoming | null = null;
  let peerState: PeerState | null = null;
  let everConnected = false;
  let reachable = false;
  let begun = false;
  let closed = false;
  let attempts = 0;
  /** Of the page on the other side that this generation is negotiated with; null until it has spoken. */
  let otherEpoch: string | null = null;
  let cancelTimer: (() => void) | null = null;

  const batch = createStepBatch(context.after, (steps) => {
    for (const data of writeSteps(context.epoch, steps)) context.send(wanted, generation, data);
  });

  const arm = (ms: number, task: () => void): void => {
    cancelTimer?.();
    cancelTimer = context.after(ms, () => {
      cancelTimer = null;
      task();
    });
  };
  const disarm = (): void => {
    cancelTimer?.();
    cancelTimer = null;
  };

  const discard = (): void => {
    batch.drop();
    peer?.close();
    peer = null;
    peerState = null;
    incoming = null;
  };

  /** Brings the link up again, as far as this side can: the one offers, the other asks to be offered. */
  const recover = (): void => {
    if (closed || !reachable || peerState === 'connected') return;
    attempts += 1;
    if (initiator) offer();
    else ask();
  };

  const ask = (): void => {
    context.send(wanted, generation, writeAsk(context.epoch));
    arm(FIRST_OFFER_MS + recoveryDelay(attempts), recover);
  };

  const offer = (above = 0): void => {
    discard();
    // From the clock, so that a reloaded page starts above the one that it was; by one where the clock went back.
    generation = Math.max(context.now(), generation + 1, above + 1);
    otherEpoch = null;
    open();
    context.onChange();
  };

  const open = (): void => {
    const arriving = createIncoming();
    incoming = arriving;
    peerState = 'connecting';
    peer = openPeerLink({
      initiator,
      iceServers: context.iceServers,
      tracks: context.tracks,
      quality: context.quality,
      onStep: (step) => batch.add(step),
      onState,
      onTrack(track, receiver) {
        arriving.add(track, receiver);
        context.onChange();
      },
      onLost,
      onFault: context.onFault,
    });
    arm(HANDSHAKE_MS, recover);
  };

  const onState = (state: PeerState): void => {
    peerState = state;
    if (state === 'connected') {
      everConnected = true;
      attempts = 0;
      disarm();
    }
    if (state === 'disconnected' && initiator && reachable) {
      peer?.restartIce();
      arm(RESTART_MS, recover);
    }
    context.onChange();
  };

  const onLost = (): void => {
    discard();
    // Soon, but not at once: the other side may have left, and the news of it be on its way.
    arm(recoveryDelay(attempts), recover);
    context.onChange();
  };

  const begin = (): void => {
    begun = true;
    if (initiator) offer();
    else if (awaited) arm(FIRST_OFFER_MS, recover);
    else ask();
  };

  const receiveAsk = (above: number, epoch: string): void => {
    if (!initiator || !reachable) return;
    const answeredByThatPage = otherEpoch === epoch;
    if (!begun || above >= generation || (otherEpoch !== null && !answeredByThatPage)) {
      begun = true;
      offer(above);
    } else if (!answeredByThatPage) {
      // It may have asked just before my offer came. Then the answer is on its way, and no new offer is needed.
      const asked = generation;
      arm(CROSSING_MS, () => {
        if (generation === asked && otherEpoch === null) offer(above);
        else if (peerState !== 'connected') arm(HANDSHAKE_MS, recover);
      });
    }
  };

  const receiveSteps = (theirs: number, epoch: string, steps: readonly PeerSignal[]): void => {
    const isOffer = steps.some(({ type }) => type === 'offer');
    if (initiator || !isOffer) {
      if (theirs !== generation || (otherEpoch !== null && otherEpoch !== epoch)) return;
      otherEpoch = epoch;
    } else if (theirs > generation) {
      discard();
      generation = theirs;
      otherEpoch = epoch;
      begun = true;
      open();
      context.onChange();
    } else if (otherEpoch !== epoch) {
      // A page that came after the one I knew, on a machine whose clock went back: tell it where to go on from.
      if (reachable) ask();
      return;
    } else if (theirs < generation) return;
    // Only one side offers and only the other answers, whatever a peer may say.
    for (const step of steps) if (step.type !== (initiator ? 'offer' : 'answer')) peer?.step(step);
  };

  return {
    wanted,
    get generation() {
      return generation;
    },
    get state() {
      if (peerState === 'connected') return 'connected';
      return everConnected ? 'lost' : 'connecting';
    },
    get incoming() {
      return incoming;
    },
    get open() {
      return peer !== null;
    },
    reach(now) {
      if (now === reachable) return;
      reachable = now;
      if (!now) return;
      if (!begun) begin();
      else if (peerState !== 'connected') recover();
    },
    receive(theirs, message) {
      if (closed) return;
      if (message.kind === 'ask') receiveAsk(theirs, message.epoch);
      else receiveSteps(theirs, message.epoch, message.steps);
    },
    refresh() {
      peer?.send(context.tracks, context.quality);
    },
    stats: async () => peer?.stats() ?? null,
    close() {
      closed = true;
      disarm();
      discard();
    },
  };
}
