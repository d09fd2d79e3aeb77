import { beforeEach, expect, test } from 'vitest';

import type { Line } from '#renderer/media/mesh/lines.ts';
import { type OutgoingSender, outgoingSender } from '#renderer/media/mesh/outgoingSender.ts';
import { sendQuality } from '#renderer/media/mesh/sendQuality.ts';

import { asTrack, FakeTrack } from './support/tracks.ts';

const QUALITY = sendQuality(1, 720);
const LESS = sendQuality(3, 720);
const CAMERA = asTrack(new FakeTrack('video', 'camera'));

/** What was done to a browser's sender, in order. */
let done: string[];
let faults: unknown[];
/** What the next change of parameters fails with. */
let failure: Error | null;

beforeEach(() => {
  done = [];
  faults = [];
  failure = null;
});

function open(line: Line, made: typeof QUALITY | null): OutgoingSender {
  const sender = {
    track: null as MediaStreamTrack | null,
    getParameters: () => {
      done.push('asked');
      return { encodings: [{}] };
    },
    async setParameters({ encodings, degradationPreference }: RTCRtpSendParameters) {
      const fails = failure;
      failure = null;
      if (fails) throw fails;
      done.push(`set ${encodings[0]?.maxBitrate} ${degradationPreference ?? ''}`.trimEnd());
    },
    async replaceTrack(track: MediaStreamTrack | null) {
      sender.track = track;
      done.push(track ? 'given' : 'taken');
    },
  };
  return outgoingSender({
    line,
    sender: sender as unknown as RTCRtpSender,
    made,
    usable: () => true,
    onFault: (fault) => faults.push(fault),
  });
}

/** Everything that was begun is over. */
const rest = () => new Promise((resolve) => setImmediate(resolve));

test('a line that carries nothing asks the browser nothing, however often it is told what it would send by', async () => {
  for (const made of [QUALITY, null]) {
    const sender = open('screen', made);
    sender.aim({ track: null, quality: QUALITY });
    sender.negotiated();
    sender.connected();
    sender.aim({ track: null, quality: LESS });
    await rest();
  }
  expect(done).toEqual([]);
});

test('a line that was made to send by this needs nothing but its track until packets get through', async () => {
  const sender = open('video', QUALITY);
  sender.aim({ track: CAMERA, quality: QUALITY });
  sender.negotiated();
  await rest();
  expect(done).toEqual(['given']);
  sender.connected();
  await rest();
  sender.aim({ track: CAMERA, quality: QUALITY });
  await rest();
  expect(done).toEqual(['given', 'asked', 'set 1700000 maintain-framerate']);
});

test('voices need not even that', async () => {
  const sender = open('audio', QUALITY);
  sender.aim({ track: CAMERA, quality: QUALITY });
  sender.negotiated();
  sender.connected();
  await rest();
  expect(done).toEqual(['given']);
});

test('a line that the other side offered is told what it sends by as soon as it can be, and once', async () => {
  const sender = open('video', null);
  sender.aim({ track: CAMERA, quality: QUALITY });
  await rest();
  expect(done).toEqual(['given']);
  sender.negotiated();
  sender.connected();
  await rest();
  expect(done).toEqual(['given', 'asked', 'set 1700000 maintain-framerate']);
});

test('what changed before the negotiation was through is said after it', async () => {
  const sender = open('video', QUALITY);
  sender.aim({ track: CAMERA, quality: LESS });
  await rest();
  expect(done).toEqual(['given']);
  sender.negotiated();
  await rest();
  expect(done).toEqual(['given', 'asked', 'set 600000 maintain-framerate']);
});

test('what a line sends by is said before it gets something to send', async () => {
  const sender = open('screen', QUALITY);
  sender.negotiated();
  sender.connected();
  sender.aim({ track: null, quality: LESS });
  sender.aim({ track: CAMERA, quality: LESS });
  await rest();
  expect(done).toEqual(['asked', 'set 1500000 maintain-resolution', 'given']);
  sender.aim({ track: null, quality: LESS });
  await rest();
  expect(done.slice(3)).toEqual(['taken']);
});

test('a track is given though its parameters are refused: overtaken by a negotiation, they are set after it', async () => {
  const sender = open('video', null);
  sender.negotiated();
  failure = new DOMException('a negotiation overtook it', 'InvalidStateError');
  sender.aim({ track: CAMERA, quality: QUALITY });
  await rest();
  expect(done).toEqual(['asked', 'given']);
  sender.negotiated();
  await rest();
  expect(done.slice(2)).toEqual(['asked', 'set 1700000 maintain-framerate']);
  expect(faults).toEqual([]);

  failure = new RangeError('no such rate');
  sender.aim({ track: null, quality: LESS });
  sender.aim({ track: CAMERA, quality: LESS });
  await rest();
  expect(faults).toEqual([new RangeError('no such rate')]);
});
