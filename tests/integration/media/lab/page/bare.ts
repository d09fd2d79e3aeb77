import { openChannel } from './channel.ts';
import { firstFrame } from './senses.ts';

/**
 * The yardstick: two bare peer connections in this page, both sending voice and picture, signaled over the same kind of
 * channel as the engines. Settles with the milliseconds from creating to the first remote picture.
 */
export async function bareRound(): Promise<number> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: true,
    video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
  });
  const start = performance.now();
  const sides = ['a', 'b'].map((name) => createSide(name, stream));
  try {
    sides[0]?.offer();
    const firsts = await Promise.all(sides.map((side) => side.shown));
    return Math.min(...firsts) - start;
  } finally {
    for (const side of sides) side.close();
    for (const track of stream.getTracks()) track.stop();
  }
}

interface Said {
  readonly from: string;
  readonly description?: RTCSessionDescriptionInit;
  readonly candidate?: RTCIceCandidateInit;
}

function createSide(name: string, stream: MediaStream) {
  const connection = new RTCPeerConnection();
  const channel = openChannel<Said>('bare', (said) => void take(said));
  const send = (part: Omit<Said, 'from'>): void => channel.say({ from: name, ...part });
  for (const track of stream.getTracks()) connection.addTrack(track, stream);
  connection.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate) send({ candidate: candidate.toJSON() });
  });
  const shown = new Promise<number>((resolve) => {
    connection.addEventListener('track', ({ track }) => {
      if (track.kind === 'video') void firstFrame(new MediaStream([track])).then(resolve);
    });
  });
  const describe = async (): Promise<void> => {
    await connection.setLocalDescription();
    if (connection.localDescription) send({ description: connection.localDescription.toJSON() });
  };
  const take = async ({ from, description, candidate }: Said): Promise<void> => {
    if (from === name) return;
    if (candidate) await connection.addIceCandidate(candidate);
    if (!description) return;
    await connection.setRemoteDescription(description);
    if (description.type === 'offer') await describe();
  };
  return {
    shown,
    offer: () => void describe(),
    close() {
      connection.close();
      channel.close();
    },
  };
}
