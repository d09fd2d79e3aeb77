import type { IncomingMessage } from 'node:http';

import { describe, expect, test } from 'vitest';

import { addressKey, senderOf } from '#server/transport/address.ts';
import { refusalOfOrigin } from '#server/transport/origin.ts';

describe('what counts as one address', () => {
  test.each([
    ['192.168.1.20', '192.168.1.20'],
    ['::ffff:192.168.1.20', '192.168.1.20'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s -> %s', (remote, key) => {
    expect(addressKey(remote)).toBe(key);
  });
});

const sender = (remoteAddress: string, forwarded: string | undefined, trusted: readonly string[]) =>
  senderOf(
    { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, socket: { remoteAddress } },
    trusted,
  );

describe('who sent a request', () => {
  test.each([
    ['nobody claims anything', '198.51.100.7', undefined, [], '198.51.100.7'],
    ['a stranger claims to be another', '198.51.100.7', '203.0.113.9', [], '198.51.100.7'],
    ['our proxy says who', '10.0.0.2', '203.0.113.9', ['10.0.0.2'], '203.0.113.9'],
    ['our proxy, over IPv6, says who', '::ffff:10.0.0.2', '2001:db8:1:2::9', ['10.0.0.2'], '2001:db8:1:2'],
    ['who comes through it claims to be another', '10.0.0.2', '192.0.2.1, 203.0.113.9', ['10.0.0.2'], '203.0.113.9'],
    ['two proxies of ours', '10.0.0.2', '192.0.2.1, 203.0.113.9, 10.0.0.3', ['10.0.0.2', '10.0.0.3'], '203.0.113.9'],
    ['our proxy says nonsense', '10.0.0.2', 'unknown', ['10.0.0.2'], '10.0.0.2'],
    ['our proxy speaks for itself', '10.0.0.2', undefined, ['10.0.0.2'], '10.0.0.2'],
  ] as const)('%s', (_what, remote, forwarded, trusted, expected) => {
    expect(sender(remote, forwarded, trusted)).toBe(expected);
  });
});

describe('where a request may come from (invariant 9)', () => {
  const allowed = { allowedHosts: ['meet.example.org'], allowedOrigins: ['https://meet.example.org'] };
  const refusal = (headers: IncomingMessage['headers']) => refusalOfOrigin({ headers } as IncomingMessage, allowed);

  test.each([
    ['localhost', null],
    ['LOCALHOST:80', null],
    ['127.0.0.1:7470', null],
    ['[::1]:7470', null],
    ['[fe80::1]', null],
    ['meet.example.org', null],
    ['Meet.Example.Org:443', null],
    ['evil.example.org', 'origin-refused'],
    ['localhost.evil.example.org', 'origin-refused'],
    ['127.0.0.1.evil.example.org', 'origin-refused'],
    ['meet.example.org.', 'origin-refused'],
    ['meet.example.org@evil.example.org', 'origin-refused'],
    ['meet.example.org evil', 'origin-refused'],
    ['[meet.example.org]', 'origin-refused'],
    ['256.1.1.1', 'origin-refused'],
    ['0x7f.1', 'origin-refused'],
    ['', 'origin-refused'],
    [undefined, 'origin-refused'],
  ])('host %s: %s', (host, expected) => {
    expect(refusal(host === undefined ? {} : { host })).toBe(expected);
  });

  test.each([
    ['https://meet.example.org', null],
    ['http://meet.example.org', 'origin-refused'],
    ['https://meet.example.org:444', 'origin-refused'],
    ['https://meet.example.org.evil.org', 'origin-refused'],
    ['null', 'origin-refused'],
    ['', 'origin-refused'],
  ])('origin %s: %s', (origin, expected) => {
    expect(refusal({ host: 'localhost', origin })).toBe(expected);
  });
});
