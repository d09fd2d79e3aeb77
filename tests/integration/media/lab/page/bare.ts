import { openChannel } from './channel.ts';
import { firstFrame } from './senses.ts';

/** Milliseconds from creating a meeting's links to the first remote picture anywhere, and to every one everywhere. */
export interface Pictures {
  readonly firstMs: number;
  readonly allMs: number;
}

const CONSTRAINTS: MediaStreamConstraints = {
  audio: true,
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
};

/** People in this page with a bare peer connection for each pair. */
export interface BareMesh {
  readonly createdAt: number;
  /** When each remote picture was first presented, once all were. */
  readonly shown: Promise<readonly number[]>;
  /** What has come so far. */
  readonly remotes: () => readonly MediaStream[];
  readonly close: () => void;
}

/**
 * The yardstick: all send voice and picture of devices of their own, signaled over the same kind of channel as the
 * engines.
 */
export async function openBareMesh(people: number): Promise<BareMesh> {
  const streams = await Promise.all(
    Array.from({ length: people }, () => navigator.mediaDevices.getUserMedia(CONSTRAINTS)),
  );
  const createdAt = performance.now();
  const sides = streams.flatMap((stream, me) => streams.map((_, other) => ({ stream, me, other })));
  const links = sides.filter(({ me, other }) => me !== other).map(createSide);
  for (const link of links) link.begin();
  return {
    createdAt,
    shown: Promise.all(links.map((link) => link.shown)),
    remotes: () => links.flatMap((link) => link.remotes),
    close: () => {
      for (const link of links) link.close();
      for (const track of streams.flatMap((stream) => stream.getTracks())) track.stop();
    },
  };
}

export async function bareRound(people = 2): Promise<Pictures> {
  const mesh = await openBareMesh(people);
  try {
    const shown = await mesh.shown;
    return { firstMs: Math.min(...shown) - mesh.createdAt, allMs: Math.max(...shown) - mesh.createdAt };
  } finally {
    mesh.close();
  }
}

interface Said {
  readonly to: string;
  readonly description?: RTCSessionDescriptionInit;
  readonly candidate?: RTCIceCandidateInit;
}

interface Side {
  readonly stream: MediaStream;
  readonly me: number;
  readonly other: number;
}

/** One end of the link of two people; who came later offers. */
function createSide({ stream, me, other }: Side) {
  const connection = new RTCPeerConnection();
  const channel = openChannel<Said>('bare', (said) => void take(said));
  const send = (part: Omit<Said, 'to'>): void => channel.say({ to: `${other}>${me}`, ...part });
  for (const track of stream.getTracks()) connection.addTrack(track, stream);
  connection.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate) send({ candidate: candidate.toJSON() });
  });
  const remotes: MediaStream[] = [];
  const shown = new Promise<number>((resolve) => {
    connection.addEventListener('track', ({ track }) => {
      if (track.kind !== 'video') return;
      const remote = new MediaStream([track]);
      remotes.push(remote);
      void firstFrame(remote).then(resolve);
    });
  });
  const describe = async (): Promise<void> => {
    await connection.setLocalDescription();
    if (connection.localDescription) send({ description: connection.localDescription.toJSON() });
  };
  const take = async ({ to, description, candidate }: Said): Promise<void> => {
    if (to !== `${me}>${other}`) return;
    if (candidate) await connection.addIceCandidate(candidate);
    if (!description) return;
    await connection.setRemoteDescription(description);
    if (description.type === 'offer') await describe();
  };
  return {
    shown,
    remotes,
    begin: () => {
      if (me > other) void describe();
    },
    close() {
      connection.close();
      channel.close();
    },
  };
}
