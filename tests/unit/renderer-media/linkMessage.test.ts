import { expect, test } from 'vitest';

import { readLinkMessage, writeAsk, writeOffered, writeSteps } from '#renderer/media/mesh/linkMessage.ts';

test('long talks are cut into signals that fit, in order', () => {
  const steps = Array.from({ length: 100 }, (_, index) => ({
    type: 'candidate' as const,
    candidate: { candidate: `candidate ${index} ${'x'.repeat(1_000)}`, sdpMLineIndex: 0, sdpMid: '0' },
  }));
  const written = writeSteps('page 1', steps);
  for (const data of written) expect(data.length).toBeLessThanOrEqual(32_768);
  const read = written.flatMap((data) => {
    const message = readLinkMessage(data);
    return message?.kind === 'steps' ? message.steps : [];
  });
  expect(read).toEqual(steps);
});

test('asks and offered are read as they were written', () => {
  expect(readLinkMessage(writeAsk('page 1', 7))).toEqual({ kind: 'ask', epoch: 'page 1', known: 7 });
  expect(readLinkMessage(writeOffered('page 1', 7))).toEqual({ kind: 'offered', epoch: 'page 1', generation: 7 });
});

test.each([
  ['no JSON', '{'],
  ['nothing', 'null'],
  ['another kind', '{"kind":"renegotiate","epoch":"a"}'],
  ['no epoch', '{"kind":"ask","known":1}'],
  ['a generation that is none', '{"kind":"ask","epoch":"a","known":-1}'],
  ['no steps', '{"kind":"steps","epoch":"a","steps":[]}'],
  ['a step of another type', '{"kind":"steps","epoch":"a","steps":[{"type":"rollback","sdp":""}]}'],
  ['a request for a transceiver', '{"kind":"steps","epoch":"a","steps":[{"type":"transceiverRequest"}]}'],
  ['a candidate of the wrong shape', '{"kind":"steps","epoch":"a","steps":[{"type":"candidate","candidate":{}}]}'],
  ['too much', JSON.stringify({ kind: 'ask', epoch: 'a', known: 0, more: 'x'.repeat(40_000) })],
])('%s is no message', (_, data) => {
  expect(readLinkMessage(data)).toBeNull();
});
