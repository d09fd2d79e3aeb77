/** Counts what a page holds open, by wrapping what opens it. Must be imported before anything that opens. */
export interface Census {
  /** Peer connections made and not closed. */
  readonly connections: () => readonly RTCPeerConnection[];
  /** Tracks of devices that are not ended, by kind. */
  readonly liveTracks: (kind?: 'audio' | 'video') => readonly MediaStreamTrack[];
  /** Every device track that was ever opened, ended or not. */
  readonly everOpened: () => readonly MediaStreamTrack[];
  /** Milliseconds that each opening of a device took. */
  readonly openings: () => readonly { readonly kind: string; readonly ms: number }[];
  /** Audio contexts that are not closed. */
  readonly audioContexts: () => readonly AudioContext[];
  /** Lets openings of this kind wait until the returned function is called. */
  readonly holdOpening: (kind: 'audio' | 'video' | 'screen') => () => void;
}

const connections = new Set<RTCPeerConnection>();
const contexts = new Set<AudioContext>();
const tracks: MediaStreamTrack[] = [];
const openings: { kind: string; ms: number }[] = [];
const gates = new Map<string, Promise<void>>();

window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    connections.add(this);
  }
};

window.AudioContext = class extends AudioContext {
  constructor(options?: AudioContextOptions) {
    super(options);
    contexts.add(this);
  }
};

/** The fake microphone beeps, which echo cancelling and noise suppression rightly take for no speech and fade out. */
const raw = (constraints: MediaStreamConstraints = {}): MediaStreamConstraints =>
  typeof constraints.audio === 'object'
    ? { audio: { ...constraints.audio, echoCancellation: false, noiseSuppression: false, autoGainControl: false } }
    : constraints;

const { mediaDevices } = navigator;
const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
mediaDevices.getUserMedia = async (constraints) => {
  const kind = constraints?.audio ? 'audio' : 'video';
  await gates.get(kind);
  const start = performance.now();
  const stream = await getUserMedia(raw(constraints));
  openings.push({ kind, ms: performance.now() - start });
  tracks.push(...stream.getTracks());
  return stream;
};

/**
 * A screen is a real one. The sound of the system, which Electron gives on Windows alone, is a tone of 440 Hz. Screens
 * count among the tracks of devices.
 */
const getDisplayMedia = mediaDevices.getDisplayMedia.bind(mediaDevices);
mediaDevices.getDisplayMedia = async (constraints) => {
  await gates.get('screen');
  const stream = await getDisplayMedia({ ...constraints, audio: false });
  if (constraints?.audio) for (const track of tone().getTracks()) stream.addTrack(track);
  tracks.push(...stream.getTracks());
  return stream;
};

function tone(): MediaStream {
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  const oscillator = new OscillatorNode(context, { frequency: 440 });
  oscillator.connect(destination);
  oscillator.start();
  return destination.stream;
}

export const census: Census = {
  connections: () => [...connections].filter((connection) => connection.signalingState !== 'closed'),
  liveTracks: (kind) =>
    tracks.filter((track) => track.readyState === 'live' && (kind === undefined || track.kind === kind)),
  everOpened: () => tracks,
  openings: () => openings,
  audioContexts: () => [...contexts].filter((context) => context.state !== 'closed'),
  holdOpening(kind) {
    const gate = new EventTarget();
    gates.set(kind, new Promise((resolve) => gate.addEventListener('open', () => resolve(), { once: true })));
    return () => {
      gates.delete(kind);
      gate.dispatchEvent(new Event('open'));
    };
  },
};
