import Peer from 'simple-peer';

import type { IceServer, IceTransportPolicy } from '#protocol/wire/frame.ts';

import type { TalkLabel } from '../talk.ts';
import type { OutgoingTracks } from '../transport.ts';
import { type Line, kindOf, lineOf, LINES } from './lines.ts';
import type { PeerSignal } from './linkMessage.ts';
import { encodingOf, type OutgoingSender, outgoingSender } from './outgoingSender.ts';
import type { SendQuality } from './sendQuality.ts';
import { openTalkChannel } from './talkLane.ts';

export type PeerState = 'connecting' | 'connected' | 'disconnected';

export interface PeerLinkOptions {
  /** This side offers; the other only ever answers, so that offers can't cross. */
  readonly initiator: boolean;
  readonly iceServers: readonly IceServer[];
  readonly iceTransportPolicy: IceTransportPolicy;
  readonly tracks: OutgoingTracks;
  readonly quality: SendQuality;
  readonly onStep: (step: PeerSignal) => void;
  readonly onState: (state: PeerState) => void;
  readonly onTrack: (line: Line, track: MediaStreamTrack, receiver: RTCRtpReceiver) => void;
  /** Told once, when it failed or the other side closed it; not after `close`. */
  readonly onLost: () => void;
  readonly onFault: (fault: unknown) => void;
}

/** One peer connection: one generation of a link. Harmless to use after it is gone. */
export interface PeerLink {
  readonly initiator: boolean;
  step(step: PeerSignal): void;
  send(tracks: OutgoingTracks, quality: SendQuality): void;
  /** Takes these from now on, where candidates are gathered anew; what is up stays up. */
  useServers(iceServers: readonly IceServer[]): void;
  /** Looks for another way to the other side. The initiator's to do: does nothing on the answering side. */
  restartIce(): void;
  /** The channel of this label, to be opened once for each; null where there can be none any more. */
  talkChannel(label: TalkLabel): RTCDataChannel | null;
  stats(): Promise<RTCStatsReport | null>;
  /** Which line a statistic's `mid` means. */
  lineOfMid(mid: string): Line | null;
  /** The connection is closed when this returns. */
  close(): void;
}

const STATES: Partial<Record<RTCPeerConnectionState, PeerState>> = {
  new: 'connecting',
  connecting: 'connecting',
  connected: 'connected',
  disconnected: 'disconnected',
};

/**
 * Opens a peer connection by simple-peer, which does the signaling steps and the candidates, and adds what it lacks:
 * every line of media is negotiated both ways from the start, sent or not, so that turning something on or off, a screen
 * too, is a `replaceTrack` and never a negotiation; ICE restart; stats; no throwing once it is destroyed.
 */
export function openPeerLink(options: PeerLinkOptions): PeerLink {
  const { initiator, onFault } = options;
  const senders = new Map<Line, OutgoingSender>();
  let { tracks, quality } = options;
  let open = true;
  let lost = false;

  // One label for voice and picture, or the other side would not play them in time with each other; another for a screen.
  const [person, shared] = [new MediaStream(), new MediaStream()];
  const usable = (): boolean => open && !lost;
  const aimSender = (line: Line, sender: OutgoingSender): void => sender.aim({ track: tracks[line], quality });

  const adopt = (line: Line, transceiver: RTCRtpTransceiver): void => {
    if (senders.has(line)) return;
    transceiver.sender.setStreams(line === 'audio' || line === 'video' ? person : shared);
    transceiver.direction = 'sendrecv';
    const made = initiator ? options.quality : null;
    const sender = outgoingSender({ line, sender: transceiver.sender, made, usable, onFault });
    senders.set(line, sender);
    aimSender(line, sender);
  };

  const connection = createConnection(options, {
    onTrack(event) {
      const line = usable() ? lineOf(inner.getTransceivers(), event.transceiver) : null;
      // Whatever else a peer may send is not looked at.
      if (line === null) return;
      // Comes before the answer is made, so the answer already says that this side sends, too.
      if (!initiator) adopt(line, event.transceiver);
      options.onTrack(line, event.track, event.receiver);
    },
    onState(state) {
      const known = STATES[state];
      if (usable() && known) options.onState(known);
      if (state === 'connected') for (const sender of senders.values()) sender.connected();
    },
    onStable() {
      for (const sender of senders.values()) sender.negotiated();
    },
  });
  const { peer, inner } = connection;
  if (initiator) {
    const transceivers = inner.getTransceivers();
    for (const transceiver of transceivers) {
      const line = lineOf(transceivers, transceiver);
      if (line !== null) adopt(line, transceiver);
    }
  }

  const onGone = (): void => {
    if (!usable()) return;
    lost = true;
    options.onLost();
  };
  // Every error ends the peer; `close` follows each, and both follow what `close()` below begins.
  peer.on('error', onGone);
  peer.on('close', onGone);
  // Nothing is said over simple-peer's own data channel; what a peer sends there all the same must not pile up.
  peer.resume();
  peer.on('signal', (data) => {
    if (usable() && isStep(data)) options.onStep(data);
  });

  return {
    initiator,
    step(step) {
      if (usable() && !peer.destroyed) peer.signal(step as Peer.SignalData);
    },
    send(nextTracks, nextQuality) {
      tracks = nextTracks;
      quality = nextQuality;
      for (const [line, sender] of senders) aimSender(line, sender);
    },
    useServers(iceServers) {
      if (!usable() || inner.connectionState === 'closed') return;
      try {
        inner.setConfiguration({ ...inner.getConfiguration(), iceServers: iceServers.map(copyServer) });
      } catch (fault) {
        // What the server gave makes no sense to the browser: the link stays as it is.
        onFault(fault);
      }
    },
    restartIce() {
      if (!usable() || !initiator || peer.destroyed) return;
      inner.restartIce();
      peer.signal({ type: 'renegotiate', renegotiate: true });
    },
    talkChannel: (label) => (usable() && inner.connectionState !== 'closed' ? openTalkChannel(inner, label) : null),
    stats: async () => (usable() && inner.connectionState !== 'closed' ? inner.getStats() : null),
    lineOfMid(mid) {
      const transceivers = inner.getTransceivers();
      const transceiver = transceivers.find((one) => one.mid === mid);
      return transceiver ? lineOf(transceivers, transceiver) : null;
    },
    close() {
      if (!open) return;
      open = false;
      // simple-peer closes in a later microtask; a participant who is out must be cut off now.
      inner.close();
      peer.destroy();
    },
  };
}

interface ConnectionEvents {
  onTrack(event: RTCTrackEvent): void;
  onState(state: RTCPeerConnectionState): void;
  onStable(): void;
}

/** Makes the peer, and keeps hold of the connection inside it, which simple-peer lets be provided but not be read. */
function createConnection(options: PeerLinkOptions, events: ConnectionEvents) {
  let inner: RTCPeerConnection | null = null;
  const provide = function provide(configuration: RTCConfiguration): RTCPeerConnection {
    const made = new RTCPeerConnection(configuration);
    inner = made;
    if (options.initiator) {
      // Before simple-peer adds its data channel.
      for (const line of LINES) {
        const sendEncodings = [encodingOf(line, options.quality)];
        made.addTransceiver(kindOf(line), { direction: 'sendrecv', sendEncodings });
      }
    }
    made.addEventListener('track', (event) => events.onTrack(event));
    made.addEventListener('connectionstatechange', () => events.onState(made.connectionState));
    made.addEventListener('signalingstatechange', () => {
      if (made.signalingState === 'stable') events.onStable();
    });
    return made;
  };
  const peer = new Peer({
    initiator: options.initiator,
    // One transport for everything from the start: fewer candidates, sooner connected.
    config: {
      iceServers: options.iceServers.map(copyServer),
      iceTransportPolicy: options.iceTransportPolicy,
      bundlePolicy: 'max-bundle',
    },
    wrtc: {
      RTCPeerConnection: provide as unknown as typeof RTCPeerConnection,
      RTCSessionDescription,
      RTCIceCandidate,
    },
  });
  if (!inner) throw new Error('simple-peer made no connection');
  return { peer, inner: inner as RTCPeerConnection };
}

function copyServer({ urls, username, credential }: IceServer): RTCIceServer {
  return {
    urls: [...urls],
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  };
}

/** simple-peer's requests to negotiate anew are never needed here, because nothing is ever added. */
function isStep(data: Peer.SignalData): data is Peer.SignalData & PeerSignal {
  return data.type === 'offer' || data.type === 'answer' || data.type === 'candidate';
}
