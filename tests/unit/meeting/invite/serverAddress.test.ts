import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { endpointsOf, isPrivateServer, parseServer } from '#meeting/invite/serverAddress.ts';

/** What is typed, and the one spelling of it. */
const SPELLINGS = [
  ['example.org', 'example.org'],
  ['  Meet.Example.ORG ', 'meet.example.org'],
  ['example.org:8443', 'example.org:8443'],
  ['example.org:443', 'example.org'],
  ['example.org:80', 'example.org:80'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['a-b.c-d.example', 'a-b.c-d.example'],
  ['3com.example', '3com.example'],
  ['nas', 'nas'],
  ['localhost', 'localhost'],
  ['localhost:80', 'localhost'],
  ['localhost:443', 'localhost:443'],
  ['Studio.local:8080', 'studio.local:8080'],
  ['192.168.1.20:8080', '192.168.1.20:8080'],
  ['8.8.8.8', '8.8.8.8'],
  ['[::1]:8080', '[::1]:8080'],
  ['[0:0:0:0:0:0:0:1]', '[::1]'],
  ['[FE80:0:0:0:0202:B3FF:FE1E:8329]', '[fe80::202:b3ff:fe1e:8329]'],
  ['[2001:db8::1:0:0:1]:443', '[2001:db8::1:0:0:1]'],
  ['[2001:db8:0:0:1:0:0:1]', '[2001:db8::1:0:0:1]'],
  ['[2001:db8:0:1:1:1:1:1]', '[2001:db8:0:1:1:1:1:1]'],
  ['[1:2:3:4:5:6:7::]', '[1:2:3:4:5:6:7:0]'],
  ['[::ffff:192.168.1.20]:80', '[::ffff:c0a8:114]'],
  ['[64:ff9b::192.0.2.33]', '[64:ff9b::c000:221]'],
] as const;

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const PRIVATE = words(`
  localhost studio.local a.b.local 127.0.0.1 127.255.0.9 10.0.0.1 10.255.255.254 172.16.0.1 172.31.255.254 192.168.0.1
  169.254.10.10 [::1] [fe80::1] [febf::1] [fc00::1] [fdff:1::1] [::ffff:a00:1] [::ffff:7f00:1]
`);

const PUBLIC = words(`
  example.org local notlocal foo.localx localhost.example.org nas 11.0.0.1 9.255.255.255 172.15.255.255 172.32.0.1
  192.167.1.1 192.169.1.1 169.253.1.1 100.64.0.1 128.0.0.1 [2001:db8::1] [fec0::1] [fbff::1] [fe00::1] [::2] [::7f00:1]
  [::ffff:808:808] [64:ff9b::a00:1] [1::ffff:a00:1]
`);

const REFUSED = [
  ['nothing', '', /missing/],
  ['white space', ' \t ', /missing/],
  ['a link', 'https://example.org', /no "\/"/],
  ['a path', 'example.org/join', /no "\/"/],
  ['a name and password', 'ana:secret@example.org', /no "@"/],
  ['an encoded character', 'ex%61mple.org', /no "%"/],
  ['a zone', '[fe80::1%25eth0]', /no "%"/],
  ['a backslash', 'example.org\\evil', /no "\\"/],
  ['a query', 'example.org?x', /no "\?"/],
  ['a fragment', 'example.org#x', /no "#"/],
  ['a space inside', 'example .org', /space/],
  ['letters that are not plain', 'ex\u0430mple.org', /character/],
  ['something that turns the line round', 'example\u202Egro.org', /character/],
  ['an empty label', 'example..org', /no name or address/],
  ['a dot at the end', 'example.org.', /no name or address/],
  ['a dot at the beginning', '.example.org', /no name or address/],
  ['a label that begins with a dash', '-a.example.org', /no name or address/],
  ['a label that ends with a dash', 'a-.example.org', /no name or address/],
  ['an underscore', 'a_b.example.org', /no name or address/],
  ['a label of 64 letters', `${'a'.repeat(64)}.org`, /no name or address/],
  ['a name of 254 letters', `${'a'.repeat(62)}.`.repeat(4).concat('ab'), /no name or address/],
  ['a number for an address', '2130706433', /four numbers/],
  ['a short address', '127.1', /four numbers/],
  ['a hexadecimal address', '0x7f.0.0.1', /four numbers/],
  ['an address that ends in a hexadecimal number', '127.0.0.0x1', /four numbers/],
  ['an octal address', '0177.0.0.1', /four numbers/],
  ['an address with a number too big', '256.1.1.1', /four numbers/],
  ['an address with five numbers', '1.2.3.4.5', /four numbers/],
  ['a name that ends in a number', 'example.123', /four numbers/],
  ['nowhere', '0.0.0.0', /reached/],
  ['a multicast address', '224.0.0.1', /reached/],
  ['everybody', '255.255.255.255', /reached/],
  ['nowhere in IPv6', '[::]', /reached/],
  ['nowhere mapped into IPv6', '[::ffff:0.0.0.0]', /reached/],
  ['multicast in IPv6', '[ff02::1]', /reached/],
  ['IPv6 without brackets', '2001:db8::1', /brackets/],
  ['IPv6 that is not closed', '[::1', /IPv6/],
  ['IPv6 that is not opened', '::1]', /IPv6/],
  ['brackets around a name', '[example.org]', /IPv6/],
  ['brackets around IPv4', '[127.0.0.1]', /IPv6/],
  ['nothing in brackets', '[]', /IPv6/],
  ['IPv6 with two gaps', '[1::2::3]', /IPv6/],
  ['IPv6 with three colons', '[1:::2]', /IPv6/],
  ['IPv6 with seven groups', '[1:2:3:4:5:6:7]', /IPv6/],
  ['IPv6 with nine groups', '[1:2:3:4:5:6:7:8:9]', /IPv6/],
  ['IPv6 with a gap for nothing', '[1:2:3:4:5:6:7:8::]', /IPv6/],
  ['IPv6 with a group too long', '[12345::1]', /IPv6/],
  ['IPv6 that begins with one colon', '[:1:2:3:4:5:6:7]', /IPv6/],
  ['IPv6 with IPv4 in front', '[1.2.3.4::1]', /IPv6/],
  ['IPv6 with a bad IPv4 in it', '[::ffff:1.2.3.256]', /IPv6/],
  ['something after the bracket', '[::1]8080', /IPv6/],
  ['no port after the colon', 'example.org:', /port/],
  ['port 0', 'example.org:0', /port/],
  ['a port too great', 'example.org:65536', /port/],
  ['a port with a zero in front', 'example.org:08', /port/],
  ['a negative port', 'example.org:-1', /port/],
  ['a port in words', 'example.org:http', /port/],
  ['two ports', 'example.org:1:2', /brackets/],
  ['nothing before the port', ':8080', /no name or address/],
  ['a very long text', 'a'.repeat(301), /too long/],
] as const;

describe('a server address', { timeout: 120_000 }, () => {
  test.each(SPELLINGS)('%s is spelled %s', (text, spelling) => {
    expect(parseServer(text)).toEqual({ ok: true, value: spelling });
  });

  test.each(REFUSED)('is refused where it is %s, with what is wrong', (_what, text, why) => {
    expect(parseServer(text)).toMatchObject({
      ok: false,
      error: { code: 'bad-link', detail: expect.stringMatching(why) },
    });
  });

  test('has one spelling, which a web address parser reads as the same host and port', () => {
    for (const [, spelling] of SPELLINGS) {
      expect(parseServer(spelling)).toEqual({ ok: true, value: spelling });
      const { http } = endpointsOf(spelling);
      expect(new URL(http).origin).toBe(http);
    }
  });

  test('of any four bytes and any eight groups is what a web address parser makes of it', () => {
    const groups = fc.array(fc.oneof(fc.constant(0), fc.nat(0xffff)), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(groups, fc.boolean(), (address, upper) => {
        const hex = address.map((group) => group.toString(16)).join(':');
        const parsed = parseServer(`[${upper ? hex.toUpperCase() : hex}]`);
        fc.pre(parsed.ok);
        expect(parsed).toEqual({ ok: true, value: new URL(`http://[${hex}]`).hostname });
      }),
    );
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const parsed = parseServer(address);
        fc.pre(parsed.ok);
        expect(parsed).toEqual({ ok: true, value: new URL(`http://${address}`).hostname });
      }),
    );
  });

  test('that is let through is never read as another host by a web address parser', () => {
    const piece = fc.constantFrom(
      ...words('a b z 0 1 9 . - : [ ] x f'),
      '127',
      '.local',
      'localhost',
      '::',
      '0x',
      ':80',
      ':443',
      'xn--',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const parsed = parseServer(pieces.join(''));
        // A label that begins with xn-- is looked up as it is; whether it is well-formed is for the name service.
        fc.pre(parsed.ok && !parsed.value.includes('xn--'));
        const { http } = endpointsOf(parsed.value);
        expect(new URL(http).origin).toBe(http);
      }),
      { numRuns: 10_000, maxSkipsPerRun: 1_000 },
    );
  });
});

describe('the transport', () => {
  test.each(PRIVATE)('is plain for %s, on this machine or its own network', (server) => {
    expect(isPrivateServer(server)).toBe(true);
    expect(endpointsOf(server)).toEqual({ http: `http://${server}`, ws: `ws://${server}/ws` });
  });

  test.each(PUBLIC)('is TLS for %s', (server) => {
    expect(isPrivateServer(server)).toBe(false);
    expect(endpointsOf(server)).toEqual({ http: `https://${server}`, ws: `wss://${server}/ws` });
  });

  test('keeps the port', () => {
    expect(endpointsOf('example.org:8443').ws).toBe('wss://example.org:8443/ws');
    expect(endpointsOf('[fe80::1]:8080').http).toBe('http://[fe80::1]:8080');
  });

  test.each(['', 'Example.org', ' example.org', 'example.org:443', '[0::1]', 'a@b'])(
    'is not asked of what was not parsed: %j',
    (server) => {
      expect(() => endpointsOf(server)).toThrow('not parsed');
    },
  );
});
