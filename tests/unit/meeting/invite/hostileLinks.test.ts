import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { formatInvite, type Invite, parseInvite } from '#meeting/invite/inviteLink.ts';
import { endpointsOf, parseServer } from '#meeting/invite/serverAddress.ts';
import { Key256 } from '#protocol/http.ts';
import { RoomId } from '#protocol/ids.ts';
import { HOSTILE } from './hostileLinks.ts';

const GOOD = 'parley://join/meet.example.org:8443/kfr-wmbe-tqa#AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE';

const shown = (link: string) => JSON.stringify(link.length > 120 ? `${link.slice(0, 80)}… (${link.length})` : link);

describe('a hostile link (figure 15)', () => {
  test('comes in at least 500 kinds', () => {
    expect(HOSTILE.length).toBeGreaterThan(500);
    expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
  });

  test('is refused as bad-link, each, in words that are not its own', () => {
    const letThrough = HOSTILE.filter((link) => {
      const parsed = parseInvite(link);
      return parsed.ok || parsed.error.code !== 'bad-link' || !isHarmless(parsed.error.detail, link);
    });
    expect(letThrough.map(shown)).toEqual([]);
  });
});

/** The reason is shown to people, so nothing of the link may come back in it. */
function isHarmless(detail: string | undefined, link: string): boolean {
  if (detail === undefined || detail.length < 20 || detail.length > 200) return false;
  return /^[\x20-\x7e]*$/.test(detail) && (link.length < 30 || !detail.includes(link.slice(0, 30)));
}

/** Whatever is let through must be what it looks like: every part well-formed, one spelling, one meaning. */
function expectSound(invite: Invite): void {
  expect(v.is(RoomId, invite.room)).toBe(true);
  expect(invite.secret === null || v.is(Key256, invite.secret)).toBe(true);
  expect(invite.server !== null || invite.secret === null).toBe(true);
  const server = invite.server ?? 'example.org';
  expect(parseServer(server)).toEqual({ ok: true, value: server });
  expect(parseInvite(formatInvite({ ...invite, server }))).toEqual({ ok: true, value: { ...invite, server } });
  const url = new URL(endpointsOf(server).ws);
  expect([url.host, url.username, url.password, url.pathname]).toEqual([server, '', '', '/ws']);
}

describe('any text', { timeout: 120_000 }, () => {
  test('is either refused in words or a sound invite, and never throws', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'parley://',
        'https://',
        'http://',
        'join',
        '/',
        '#',
        ':',
        '@',
        '%',
        '\\',
        '[',
        ']',
        '.',
        '-',
        ' ',
      ),
      fc.constantFrom(
        'kfr-wmbe-tqa',
        'A'.repeat(43),
        'meet.example.org',
        'localhost',
        '127.0.0.1',
        '::1',
        '8080',
        '"',
        '<',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const parsed = parseInvite(pieces.join(''));
        if (parsed.ok) return expectSound(parsed.value);
        expect(parsed.error).toMatchObject({ code: 'bad-link', detail: expect.any(String) });
      }),
      { numRuns: 10_000 },
    );
  });

  test('made of a good link by a change here and there is refused, or sound', () => {
    const change = fc.record({
      at: fc.nat(GOOD.length),
      cut: fc.nat(3),
      put: fc.oneof(
        fc.constantFrom('', '/', '#', ':', '.', '-', '@', '%2f', 'A', '[', '1', '\u202E', ' '),
        fc.string({ maxLength: 2 }),
      ),
    });
    let sound = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const link = changes.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), GOOD);
        const parsed = parseInvite(link);
        if (!parsed.ok) return;
        sound += 1;
        expectSound(parsed.value);
        expect(link.toLowerCase()).toContain(parsed.value.room);
        expect(parsed.value.secret === null || link.includes(parsed.value.secret)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    expect(sound, 'changes that leave a sound invite').toBeGreaterThan(100);
  });
});
