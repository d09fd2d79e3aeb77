import {
  MAX_TALK_BYTES,
  MAX_WAITING_BYTES,
  TALK_CHANNELS,
  talkBytes,
  type TalkLabel,
  type TalkMessage,
  type TalkOutcome,
} from '../talk.ts';

/** Bytes under way in the connection above which the next message waits, and below which it goes on. */
const HIGH_WATER = 262_144;
const LOW_WATER = 65_536;

export interface TalkLaneEvents {
  readonly onOpen: () => void;
  readonly onMessage: (message: TalkMessage) => void;
}

/** What is said to one participant under one label, over as many connections as it takes. */
export interface TalkLane {
  /** Another connection carries it from now on; null: none does, and what is said waits. */
  carry(channel: RTCDataChannel | null): void;
  say(message: TalkMessage): Promise<TalkOutcome>;
  /** They are gone: what waits is told so. */
  close(): void;
}

interface Waiting {
  readonly message: TalkMessage;
  readonly bytes: number;
  readonly settle: (outcome: TalkOutcome) => void;
}

/** By the number that both sides know a label by: in the order in which it was said, whole or not at all. */
export function openTalkChannel(connection: RTCPeerConnection, label: TalkLabel): RTCDataChannel {
  const id = TALK_CHANNELS[label];
  const channel = connection.createDataChannel(label, { negotiated: true, id, ordered: true });
  channel.binaryType = 'arraybuffer';
  channel.bufferedAmountLowThreshold = LOW_WATER;
  return channel;
}

export function createTalkLane({ onOpen, onMessage }: TalkLaneEvents): TalkLane {
  let channel: RTCDataChannel | null = null;
  let heard: AbortController | null = null;
  let closed = false;
  let waiting: Waiting[] = [];
  let waitingBytes = 0;

  const hasRoom = (): boolean => channel?.readyState === 'open' && channel.bufferedAmount <= HIGH_WATER;

  const flush = (): void => {
    while (hasRoom()) {
      const [next] = waiting;
      if (!next || !channel) return;
      // Refused where the connection closed in this very moment: it waits for the next one.
      if (!sent(channel, next.message)) return;
      waiting.shift();
      waitingBytes -= next.bytes;
      next.settle('said');
    }
  };

  const take = (data: unknown): void => {
    if (typeof data !== 'string' && !(data instanceof ArrayBuffer)) return;
    if (talkBytes(data) <= MAX_TALK_BYTES) onMessage(data);
  };

  return {
    carry(next) {
      heard?.abort();
      heard = null;
      channel = closed ? null : next;
      if (!channel) return;
      heard = new AbortController();
      const { signal } = heard;
      const begin = (): void => {
        onOpen();
        flush();
      };
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => take(data), { signal });
      channel.addEventListener('bufferedamountlow', flush, { signal });
      if (channel.readyState === 'open') begin();
      else channel.addEventListener('open', begin, { signal });
    },
    say(message) {
      const bytes = talkBytes(message);
      if (closed) return Promise.resolve('gone');
      if (bytes > MAX_TALK_BYTES) return Promise.resolve('too-long');
      if (waitingBytes + bytes > MAX_WAITING_BYTES) return Promise.resolve('full');
      return new Promise((settle) => {
        waiting.push({ message, bytes, settle });
        waitingBytes += bytes;
        flush();
      });
    },
    close() {
      closed = true;
      heard?.abort();
      channel = null;
      const left = waiting;
      waiting = [];
      waitingBytes = 0;
      for (const { settle } of left) settle('gone');
    },
  };
}

function sent(channel: RTCDataChannel, message: TalkMessage): boolean {
  try {
    if (typeof message === 'string') channel.send(message);
    else channel.send(message);
    return true;
  } catch (fault) {
    if (fault instanceof DOMException) return false;
    throw fault;
  }
}
