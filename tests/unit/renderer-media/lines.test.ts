import { expect, test } from 'vitest';

import { kindOf, lineOf, LINES } from '#renderer/media/mesh/lines.ts';

const transceiver = (kind: string) => ({ receiver: { track: { kind } } }) as unknown as RTCRtpTransceiver;

test('what Parley offers is taken for what it is', () => {
  const offered = LINES.map((line) => transceiver(kindOf(line)));
  expect(offered.map((one) => lineOf(offered, one))).toEqual([...LINES]);
});

test('an older Parley offers no screen, and a voice is a voice all the same', () => {
  const offered = [transceiver('audio'), transceiver('video')];
  expect(offered.map((one) => lineOf(offered, one))).toEqual(['audio', 'video']);
});

test('what comes beyond is nothing that anybody looks at', () => {
  const offered = [...LINES.map((line) => transceiver(kindOf(line))), transceiver('audio'), transceiver('video')];
  expect(offered.slice(4).map((one) => lineOf(offered, one))).toEqual([null, null]);
});
