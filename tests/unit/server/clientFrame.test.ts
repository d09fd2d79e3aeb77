import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { idOf, parseClientFrame, parseFrame, parseHello } from '#server/transport/clientFrame.ts';

const TEMPLATES = [
  '{"type":"hello","protocol":"parley.v1","clientId":"c","room":"abc-defg-hij","token":"t","name":"Ana","media":{"microphone":true,"camera":true,"screen":false}}',
  '{"type":"hello","protocol":"parley.v1","clientId":"c","room":"abc-defg-hij","resume":{"sessionId":"session-1","token":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8","incarnation":"incarnation-1","rev":7}}',
  '{"type":"leave","id":"a","handOverTo":"participant-1"}',
  '{"type":"end-room","id":"a","reason":"done","lock":true}',
  '{"type":"remove","id":"a","participant":"participant-1","reason":"","bar":false}',
  '{"type":"set-media-state","id":"a","media":{"microphone":true,"camera":false,"screen":false}}',
  '{"type":"signal","to":"participant-1","link":"participant-1~participant-2","generation":3,"data":"AAEC"}',
  '{"type":"ack-resume","token":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"}',
  '{"type":"ping","n":1}',
];

const BITS = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  'null',
  '1e999',
  '-0',
  '"__proto__":',
  '\\ud800',
  '\u202e',
  '"type":"leave",',
  'true',
  '😀',
];

/** A frame with pieces cut out, put in or doubled. */
const mutated = fc
  .tuple(
    fc.constantFrom(...TEMPLATES),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('cut', 'put', 'double'),
        fc.constantFrom(...BITS),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  )
  .map(([template, edits]) =>
    edits.reduce((text, [where, edit, bit]) => {
      const at = Math.floor(where * text.length);
      const piece = edit === 'cut' ? '' : edit === 'put' ? bit : text.slice(at, at + 12).repeat(2);
      return text.slice(0, at) + piece + text.slice(edit === 'put' ? at : at + 12);
    }, template),
  );

describe('frames', () => {
  test('of every kind are understood as they are documented', () => {
    for (const template of TEMPLATES) {
      const frame = parseFrame(template);
      if (!frame.ok) throw new Error(template);
      const parsed = frame.value.type === 'hello' ? parseHello(frame.value) : parseClientFrame(frame.value);
      expect(parsed).toEqual({ ok: true, value: JSON.parse(template) as unknown });
    }
  });

  test('that are mutated are refused with a code and a short reason, or mean what they say; none breaks the reader', () => {
    let refused = 0;
    fc.assert(
      fc.property(mutated, (text) => {
        const frame = parseFrame(text);
        const parsed =
          frame.ok && frame.value.type === 'hello'
            ? parseHello(frame.value)
            : frame.ok
              ? parseClientFrame(frame.value)
              : frame;
        if (parsed.ok) return;
        refused += 1;
        expect(['bad-frame', 'unknown-type', 'protocol-version']).toContain(parsed.error.code);
        expect(parsed.error.detail?.length).toBeLessThanOrEqual(200);
        if (frame.ok) idOf(frame.value);
      }),
      { numRuns: 20_000 },
    );
    expect(refused).toBeGreaterThan(10_000);
  });
});
