import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { formatInvite, parseInvite } from '#meeting/invite/inviteLink.ts';
import type { RoomId } from '#protocol/ids.ts';

const ROOM = 'kfr-wmbe-tqa' as RoomId;
const SECRET = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE';
const PARLEY = `parley://join/meet.example.org/${ROOM}#${SECRET}`;
const WHOLE = { server: 'meet.example.org', room: ROOM, secret: SECRET };

const SMALL = 'abcdefghijklmnopqrstuvwxyz';

const from = (letters: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...letters.split('')), minLength: length, maxLength: length });

const refused = (why: RegExp) => ({ ok: false, error: { code: 'bad-link', detail: expect.stringMatching(why) } });

describe('an invite', () => {
  test.each([
    ['a parley link', PARLEY, WHOLE],
    ['a web link', `https://meet.example.org/join/${ROOM}#${SECRET}`, WHOLE],
    [
      'a link with a port',
      `parley://join/meet.example.org:8443/${ROOM}#${SECRET}`,
      { ...WHOLE, server: 'meet.example.org:8443' },
    ],
    ['a link that names the port of its transport', `https://meet.example.org:443/join/${ROOM}#${SECRET}`, WHOLE],
    [
      'a parley link to one’s own network',
      `parley://join/192.168.1.20:8080/${ROOM}#${SECRET}`,
      { ...WHOLE, server: '192.168.1.20:8080' },
    ],
    [
      'a web link to one’s own network',
      `http://studio.local:8080/join/${ROOM}#${SECRET}`,
      { ...WHOLE, server: 'studio.local:8080' },
    ],
    [
      'a link to an IPv6 address',
      `parley://join/[fe80:0::1]:8080/${ROOM}#${SECRET}`,
      { ...WHOLE, server: '[fe80::1]:8080' },
    ],
    ['a link without a secret', `parley://join/meet.example.org/${ROOM}`, { ...WHOLE, secret: null }],
    ['a link in capitals', `PARLEY://JOIN/MEET.EXAMPLE.ORG/${ROOM.toUpperCase()}#${SECRET}`, WHOLE],
    ['a link to which the system added a slash', `parley://join/meet.example.org/${ROOM}/#${SECRET}`, WHOLE],
    ['a link with white space around it', ` \n${PARLEY}\r\n`, WHOLE],
    ['a link in angle brackets', `<${PARLEY}>`, WHOLE],
    ['a link in quotes of every kind', `“«\`'"${PARLEY}"'\`»”`, WHOLE],
    ['a link in brackets, quotes and spaces', ` < "${PARLEY}" > `, WHOLE],
    ['a code', ROOM, { server: null, room: ROOM, secret: null }],
    ['a code in capitals with spaces', ' KFR WMBE TQA ', { server: null, room: ROOM, secret: null }],
    ['a code without dashes in quotes', '"kfrwmbetqa"', { server: null, room: ROOM, secret: null }],
  ])('is read from %s', (_what, text, invite) => {
    expect(parseInvite(text)).toEqual({ ok: true, value: invite });
  });

  test.each([
    ['nothing', '', /nothing was given/],
    ['quotes around nothing', ' "" ', /nothing was given/],
    ['a word', 'hello', /neither a meeting code .* nor a link/],
    ['a code that is too short', 'kfr-wmbe-tq', /neither a meeting code/],
    ['an address without a scheme', `meet.example.org/join/${ROOM}#${SECRET}`, /neither a meeting code .* nor a link/],
    ['another scheme', `ftp://meet.example.org/join/${ROOM}`, /neither/],
    ['a scheme that would run', 'javascript:alert(1)', /neither/],
    ['a scheme without slashes', `parley:join/meet.example.org/${ROOM}`, /neither/],
    ['another order', `parley://leave/meet.example.org/${ROOM}#${SECRET}`, /missing or don't belong/],
    ['no server', `parley://join/${ROOM}#${SECRET}`, /missing or don't belong/],
    ['an empty server', `parley://join//${ROOM}#${SECRET}`, /missing or don't belong/],
    ['no room', 'parley://join/meet.example.org/', /missing or don't belong/],
    ['more path', `parley://join/meet.example.org/${ROOM}/more#${SECRET}`, /missing or don't belong/],
    ['another web page', `https://meet.example.org/about/${ROOM}#${SECRET}`, /missing or don't belong/],
    ['a user name', `https://meet.example.org@evil.example/join/${ROOM}#${SECRET}`, /an @/],
    ['an encoded character', `parley://join/meet.example.org/${ROOM}%23${SECRET}`, /encoded/],
    ['a backslash', `https://meet.example.org\\@evil.example/join/${ROOM}`, /@|backslash/],
    ['a query', `https://meet.example.org/join/${ROOM}?utm=x#${SECRET}`, /\? part/],
    ['a space inside', `parley://join/meet.example.org /${ROOM}#${SECRET}`, /a space/],
    ['a line break inside', `parley://join/meet.example.org/\n${ROOM}#${SECRET}`, /a space/],
    ['text that turns round', `parley://join/meet.example\u202E.org/${ROOM}#${SECRET}`, /character/],
    ['a Cyrillic letter', `parley://join/meet.ex\u0430mple.org/${ROOM}#${SECRET}`, /character/],
    ['a bad port', `parley://join/meet.example.org:99999/${ROOM}#${SECRET}`, /port/],
    ['a bad server', `parley://join/meet..example.org/${ROOM}#${SECRET}`, /no name or address/],
    ['a bad room', `parley://join/meet.example.org/kfr-wmb-tqaa#${SECRET}`, /meeting code in the link/],
    ['a room without dashes', `parley://join/meet.example.org/kfrwmbetqa#${SECRET}`, /meeting code in the link/],
    ['a secret cut off', PARLEY.slice(0, -1), /secret after #/],
    ['a secret too long', `${PARLEY}x`, /secret after #/],
    ['an empty secret', `parley://join/meet.example.org/${ROOM}#`, /secret after #/],
    ['two fragments', `${PARLEY}#${SECRET}`, /secret after #/],
    ['a plain web link to the world', `http://meet.example.org/join/${ROOM}#${SECRET}`, /only on your own network/],
    ['a TLS link to one’s own network', `https://192.168.1.20/join/${ROOM}#${SECRET}`, /no https/],
    ['two links', `${PARLEY} ${PARLEY}`, /a space/],
  ])('is refused where it is or has %s, with what is wrong', (_what, text, why) => {
    expect(parseInvite(text)).toMatchObject(refused(why));
  });

  test('of 10 million characters is refused by its length alone', () => {
    expect(parseInvite('a'.repeat(10_000_000))).toMatchObject(refused(/too long/));
    expect(parseInvite(`${PARLEY}${' '.repeat(10_000_000)}`)).toMatchObject(refused(/too long/));
    expect(parseInvite('"'.repeat(2_048))).toMatchObject(refused(/nothing was given/));
  });
});

describe('writing an invite', () => {
  test('gives a parley link, with the secret if there is one', () => {
    expect(formatInvite(WHOLE)).toBe(PARLEY);
    expect(formatInvite({ ...WHOLE, secret: null })).toBe(`parley://join/meet.example.org/${ROOM}`);
  });

  test('and reading it gives the same invite, for any server, room and secret', () => {
    const server = fc.constantFrom(
      'example.org',
      'nas:8080',
      '10.0.0.1',
      '[::1]:8443',
      'a-1.example:1',
      '8.8.8.8:65535',
    );
    const room = fc.tuple(from(SMALL, 3), from(SMALL, 4), from(SMALL, 3)).map((parts) => parts.join('-') as RoomId);
    const secret = fc.option(from(`${SMALL}${SMALL.toUpperCase()}0123456789-_`, 43));
    fc.assert(
      fc.property(fc.record({ server, room, secret }), (invite) => {
        expect(parseInvite(formatInvite(invite))).toEqual({ ok: true, value: invite });
      }),
    );
  });
});
