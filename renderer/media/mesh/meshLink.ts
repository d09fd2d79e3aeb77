import type { WantedLink } from '#meeting/topology/wantedLinks.ts';

import { createTimer, type Timer } from '../lifetime/timer.ts';
import type { TalkLabel, TalkMessage } from '../talk.ts';
import type { RemoteFeed } from '../transport.ts';
import { type Demanded, readDemand } from './demand.ts';
import { createFittedQuality, type FittedQuality } from './fittedQuality.ts';
import { createIncoming, type Incoming } from './incoming.ts';
import type { Line } from './lines.ts';
import { type LinkMessage, type PeerSignal, writeAsk, writeOffered, writeSteps } from './linkMessage.ts';
import { createLinkTalk, type LinkTalk } from './linkTalk.ts';
import {
  ASK_MS,
  CROSSING_MS,
  FIRST_OFFER_MS,
  HANDSHAKE_MS,
  leap,
  recoveryDelay,
  RESTART_MS,
  SILENCE_MS,
} from './patience.ts';
import type { MeshContext } from './meshContext.ts';
import type { PeerLink, PeerState } from './simplePeerLink.ts';
import { createStepBatch, type StepBatch } from './stepBatch.ts';

/**
 * The link to one participant, over as many peer connections (generations) as it takes.
 *
 * The initiator makes every offer and numbers the generations; the other side answers the newest, and asks for a new one
 * where it has none that lives. Both sides know the pages they talk to by their epochs, so that a reload or a take-over
 * is not mistaken for what was there before.
 */
export class MeshLink {
  readonly wanted: WantedLink;
  readonly talk: LinkTalk;
  readonly #context: MeshContext;
  /** The other side came after me and will offer by itself; else the offer was made before I was there to answer. */
  readonly #awaited: boolean;
  readonly #batch: StepBatch;
  readonly #timer: Timer;
  #generation = 0;
  #peer: PeerLink | null = null;
  #peerState: PeerState | null = null;
  #incoming: Incoming | null = null;
  #everConnected = false;
  #reachable = false;
  #begun = false;
  #closed = false;
  #attempts = 0;
  /** Of the page that this generation is negotiated with; null until it has spoken. */
  #otherEpoch: string | null = null;
  /** How many offers in a row were asked for again by somebody who had not got the last one. */
  #unheard = 0;
  readonly #quality: FittedQuality;

  constructor(wanted: WantedLink, awaited: boolean, context: MeshContext) {
    this.wanted = wanted;
    this.#awaited = awaited;
    this.#context = context;
    this.#quality = createFittedQuality(context);
    this.#timer = createTimer(context.after);
    this.talk = createLinkTalk({
      onOpen: (label) => {
        // Another page may be on the other side, or the word be lost: what it shows it says anew.
        if (label === 'demand') this.#demand(undefined);
        context.onTalkOpen(wanted.peer, label);
      },
      onMessage: (label, message) => this.#hear(label, message),
    });
    this.#batch = createStepBatch(context.after, (steps) => {
      for (const data of writeSteps(context.epoch, steps)) context.send(wanted, this.#generation, data);
    });
  }

  get generation(): number {
    return this.#generation;
  }

  get state(): RemoteFeed['link'] {
    if (this.#peerState === 'connected') return 'connected';
    return this.#everConnected ? 'lost' : 'connecting';
  }

  get incoming(): Incoming | null {
    return this.#incoming;
  }

  /** A peer connection is open, in whatever state. */
  get open(): boolean {
    return this.#peer !== null;
  }

  /** Signals get through to the other side, or don't. Begins or resumes what waited for that. */
  reach(reachable: boolean): void {
    if (reachable === this.#reachable) return;
    this.#reachable = reachable;
    if (!reachable) return;
    if (this.#begun) this.#recover();
    else this.#begin();
  }

  receive(generation: number, message: LinkMessage): void {
    if (this.#closed) return;
    const { initiator } = this.wanted;
    if (message.kind === 'steps') this.#receiveSteps(generation, message.epoch, message.steps);
    else if (!this.#reachable) return;
    else if (message.kind === 'ask' && initiator) this.#receiveAsk(message.known, message.epoch);
    else if (message.kind === 'offered' && !initiator) this.#receiveOffered(message.generation, message.epoch);
  }

  /** Tracks or quality changed. */
  refresh(): void {
    this.#peer?.send(this.#context.tracks, this.#quality.now);
  }

  /** The ICE servers have new credentials. Both sides take them at once, because either may have to answer a restart. */
  renewServers(): void {
    this.#peer?.useServers(this.#context.iceServers);
  }

  async stats(): Promise<RTCStatsReport | null> {
    return this.#peer?.stats() ?? null;
  }

  /** Which line a statistic's `mid` means. */
  lineOfMid(mid: string): Line | null {
    return this.#peer?.lineOfMid(mid) ?? null;
  }

  /** The connection is closed when this returns. */
  close(): void {
    this.#closed = true;
    this.#timer.cancel();
    this.#discard();
    this.talk.close();
  }

  #hear(label: TalkLabel, message: TalkMessage): void {
    if (label !== 'demand') return this.#context.onTalk(this.wanted.peer, label, message);
    const demanded = readDemand(message);
    if (demanded !== undefined) this.#demand(demanded);
  }

  #demand(demanded: Demanded): void {
    this.#quality.demand(demanded);
    this.refresh();
  }

  #begin(): void {
    this.#begun = true;
    if (this.wanted.initiator) this.#offer(0);
    else if (this.#awaited) this.#timer.set(FIRST_OFFER_MS, () => this.#recover());
    else this.#ask();
  }

  /** Brings the link up again, as far as this side can. Waits for `reach` where nothing gets through. */
  #recover(): void {
    if (this.#closed || !this.#reachable || this.#peerState === 'connected') return;
    this.#attempts += 1;
    if (this.wanted.initiator) this.#offer(0);
    else this.#ask();
  }

  #ask(): void {
    this.#context.send(this.wanted, 0, writeAsk(this.#context.epoch, this.#generation));
    this.#timer.set(FIRST_OFFER_MS + recoveryDelay(this.#attempts), () => this.#recover());
  }

  /** Numbers by the clock, so that a reloaded page starts above the one that it was; by one where the clock went back. */
  #offer(above: number): void {
    this.#begun = true;
    this.#open(Math.max(this.#context.now(), this.#generation + 1, above + 1), null);
    if (this.#peer) this.#timer.set(SILENCE_MS, () => this.#breakSilence());
  }

  /**
   * What is sent under no generation gets through and my offer does not: so a page before this one, on a clock that was
   * ahead of mine, numbered above it, and neither of us knows how far.
   */
  #offerLouder(): void {
    this.#unheard += 1;
    this.#offer(this.#generation + leap(this.#unheard));
  }

  /** No answer: the offer was lost, or dropped for a generation that this page, after a reload, can't know of. */
  #breakSilence(): void {
    if (this.#otherEpoch === null && this.#reachable) {
      this.#context.send(this.wanted, 0, writeOffered(this.#context.epoch, this.#generation));
    }
    this.#timer.set(HANDSHAKE_MS - SILENCE_MS, () => this.#recover());
  }

  #open(generation: number, otherEpoch: string | null): void {
    this.#discard();
    this.#generation = generation;
    this.#otherEpoch = otherEpoch;
    this.#peerState = 'connecting';
    const incoming = createIncoming();
    this.#incoming = incoming;
    this.#timer.set(HANDSHAKE_MS, () => this.#recover());
    const context = this.#context;
    try {
      this.#peer = context.openPeer({
        initiator: this.wanted.initiator,
        iceServers: context.iceServers,
        iceTransportPolicy: context.iceTransportPolicy,
        tracks: context.tracks,
        quality: this.#quality.now,
        onStep: (step) => this.#batch.add(step),
        onState: (state) => this.#onState(state),
        onTrack: (line, track, receiver) => {
          incoming.add(line, track, receiver);
          context.onChange();
        },
        onLost: () => this.#onLost(),
        onFault: context.onFault,
      });
      this.talk.carry((label) => this.#peer?.talkChannel(label) ?? null);
    } catch (fault) {
      // The browser can't make a connection from what the server gave, or can't make any more of them.
      context.onFault(fault);
      this.#onLost();
    }
    context.onChange();
  }

  #discard(): void {
    this.#batch.drop();
    this.talk.carry(null);
    this.#peer?.close();
    this.#peer = null;
    this.#peerState = null;
    this.#incoming = null;
  }

  #onState(state: PeerState): void {
    this.#peerState = state;
    if (state === 'connected') {
      this.#everConnected = true;
      this.#attempts = 0;
      this.#timer.cancel();
    } else if (state === 'disconnected') {
      if (this.#reachable) this.#peer?.restartIce();
      // The offering side may not have noticed, or not be able to notice: then it is asked, a little later.
      this.#timer.set(this.wanted.initiator ? RESTART_MS : ASK_MS, () => this.#recover());
    }
    this.#context.onChange();
  }

  #onLost(): void {
    this.#discard();
    // Soon, but not at once: the other side may have left, and the news of it be on its way.
    this.#timer.set(recoveryDelay(this.#attempts), () => this.#recover());
    this.#context.onChange();
  }

  /** The answering page wants an offer above the generation that it knows. */
  #receiveAsk(known: number, epoch: string): void {
    const answered = this.#otherEpoch;
    if (!this.#begun || known >= this.#generation || (answered !== null && answered !== epoch)) {
      this.#offer(known);
    } else if (answered === null) {
      // It may have asked just before my offer came: then its answer is on its way, and no new offer is needed.
      const offered = this.#generation;
      this.#timer.set(CROSSING_MS, () => {
        if (this.#generation === offered && this.#otherEpoch === null) this.#offerLouder();
        else this.#timer.set(HANDSHAKE_MS, () => this.#recover());
      });
    }
  }

  /** There is an offer that I should have: if I have not, it is below what I know, or was lost. */
  #receiveOffered(generation: number, epoch: string): void {
    if (generation !== this.#generation || epoch !== this.#otherEpoch) this.#ask();
  }

  #receiveSteps(generation: number, epoch: string, steps: readonly PeerSignal[]): void {
    const { initiator } = this.wanted;
    const offered = !initiator && steps.some(({ type }) => type === 'offer');
    if (offered && generation > this.#generation) {
      this.#begun = true;
      this.#open(generation, epoch);
    } else if (offered && epoch !== this.#otherEpoch) {
      // A new page on a machine whose clock went back numbers from below: tell it where to go on from.
      if (this.#reachable) this.#ask();
      return;
    }
    if (generation !== this.#generation || (this.#otherEpoch !== null && this.#otherEpoch !== epoch)) return;
    this.#otherEpoch = epoch;
    this.#unheard = 0;
    // Only one side offers and only the other answers, whatever a peer may say.
    for (const step of steps) if (step.type !== (initiator ? 'offer' : 'answer')) this.#peer?.step(step);
  }
}
