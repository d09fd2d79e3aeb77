import type { IceServer } from '#protocol/wire/frame.ts';
import type { Line } from '#renderer/media/mesh/lines.ts';
import type { PeerSignal } from '#renderer/media/mesh/linkMessage.ts';
import type { SendQuality } from '#renderer/media/mesh/sendQuality.ts';
import type { PeerLink, PeerLinkOptions } from '#renderer/media/mesh/simplePeerLink.ts';
import type { TalkLabel } from '#renderer/media/talk.ts';
import type { OutgoingTracks } from '#renderer/media/transport.ts';

import { FakeChannel } from './channels.ts';

/** Peer connections without media: they connect once offer, answer and a candidate each have arrived. */
export interface FakePeers {
  readonly open: (options: PeerLinkOptions) => PeerLink;
  readonly all: readonly FakePeer[];
  /** Lets everything that is under way between connections happen. */
  work(): void;
}

export class FakePeer implements PeerLink {
  readonly initiator: boolean;
  readonly name: string;
  readonly options: PeerLinkOptions;
  readonly #peers: FakePeerNet;
  partner: FakePeer | null = null;
  /** What it was told to send, by its owner's last word. */
  sending: { readonly tracks: OutgoingTracks; readonly quality: SendQuality };
  alive = true;
  connected = false;
  restarts = 0;
  readonly channels = new Map<TalkLabel, FakeChannel>();
  /** What it was told to use, by its owner's last word. */
  servers: readonly IceServer[];

  constructor(name: string, options: PeerLinkOptions, peers: FakePeerNet) {
    this.name = name;
    this.initiator = options.initiator;
    this.options = options;
    this.sending = options;
    this.servers = options.iceServers;
    this.#peers = peers;
  }

  step(step: PeerSignal): void {
    if (this.alive && step.type !== 'candidate') this.#peers.describe(this, step);
  }

  send(tracks: OutgoingTracks, quality: SendQuality): void {
    this.sending = { tracks, quality };
  }

  useServers(iceServers: readonly IceServer[]): void {
    this.servers = iceServers;
  }

  restartIce(): void {
    this.restarts += 1;
  }

  talkChannel(label: TalkLabel): RTCDataChannel {
    const channel = new FakeChannel();
    this.channels.set(label, channel);
    return channel as unknown as RTCDataChannel;
  }

  async stats(): Promise<RTCStatsReport | null> {
    return null;
  }

  lineOfMid(): Line | null {
    return null;
  }

  /** As its owner closes it: nobody is told but the partner. */
  close(): void {
    if (!this.alive) return;
    this.alive = false;
    for (const channel of this.channels.values()) channel.shut();
    this.#peers.later(() => this.partner?.lose());
  }

  /** As the network or the other side closes it. */
  lose(): void {
    if (!this.alive) return;
    this.alive = false;
    this.connected = false;
    for (const channel of this.channels.values()) channel.shut();
    this.options.onLost();
  }

  emit(step: PeerSignal): void {
    if (this.alive) this.options.onStep(step);
  }

  connect(partner: FakePeer): void {
    if (!this.alive) return;
    this.partner = partner;
    this.connected = true;
    this.options.onState('connected');
    for (const [label, channel] of this.channels) {
      const other = partner.channels.get(label);
      if (other) channel.join(other);
    }
  }
}

export class FakePeerNet implements FakePeers {
  readonly all: FakePeer[] = [];
  #tasks: (() => void)[] = [];

  readonly open = (options: PeerLinkOptions): PeerLink => {
    const peer = new FakePeer(`peer ${this.all.length}`, options, this);
    this.all.push(peer);
    if (peer.initiator) this.later(() => peer.emit({ type: 'offer', sdp: peer.name }));
    return peer;
  };

  later(task: () => void): void {
    this.#tasks.push(task);
  }

  work(): void {
    while (this.#tasks.length > 0) for (const task of this.#tasks.splice(0)) task();
  }

  describe(peer: FakePeer, step: Exclude<PeerSignal, { type: 'candidate' }>): void {
    const [offering, answering] = step.sdp.split(' > ').map((name) => this.all.find((other) => other.name === name));
    if (step.type === 'offer') {
      this.later(() => peer.emit({ type: 'answer', sdp: `${step.sdp} > ${peer.name}` }));
      return;
    }
    // An answer to another offer than one's own is what a real connection dies of.
    if (offering !== peer || !answering) return this.later(() => peer.lose());
    this.later(() => {
      if (!peer.alive || !answering.alive) return;
      peer.connect(answering);
      answering.connect(peer);
    });
  }
}
