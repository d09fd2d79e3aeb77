import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type DetailedPeerCertificate, type SecureVersion, type TLSSocket } from 'node:tls';

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { makeCertificate, type TestCertificate } from '#tests/fixtures/certificates.ts';
import { runServer, type ServerProcess, withServerProcess } from '#tests/fixtures/serverProcess.ts';
import { tlsEnvironment } from '#tests/fixtures/tlsEnvironment.ts';

import { must, Person } from '#tests/integration/client/harness/party.ts';
import { post } from './testRoom.ts';

let folder: string;
let certFile: string;
let keyFile: string;
let first: TestCertificate;
let second: TestCertificate;
const people: Person[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-tls-'));
  certFile = join(folder, 'cert.pem');
  keyFile = join(folder, 'key.pem');
  [first, second] = await Promise.all([makeCertificate(), makeCertificate()]);
});

afterEach(() => Promise.all(people.splice(0).map(({ client }) => client.dispose(0))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function serve({ certificate, key }: TestCertificate): Promise<void> {
  await Promise.all([writeFile(certFile, certificate), writeFile(keyFile, key)]);
}

const flags = () => ['--tls-cert', certFile, '--tls-key', keyFile, '--allow-host', 'meet.example.org'];

function person(name: string, trusts: TestCertificate): Person {
  const somebody = new Person(name, { environment: tlsEnvironment(trusts.certificate) });
  people.push(somebody);
  return somebody;
}

/** What the server shows to whoever connects now, without trusting it; rejects where TLS is not agreed on. */
function shown({ port }: ServerProcess, maxVersion: SecureVersion = 'TLSv1.3'): Promise<DetailedPeerCertificate> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', rejectUnauthorized: false, minVersion: 'TLSv1' as const, maxVersion };
    // OpenSSL itself would not even offer the old ones.
    const socket: TLSSocket = connect({ ...options, ciphers: 'DEFAULT@SECLEVEL=0' }, () => {
      resolve(socket.getPeerCertificate(true));
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

describe('with a certificate', () => {
  test('people meet over https and wss, and the name is checked', async () => {
    await serve(first);
    await withServerProcess(async (server) => {
      const ana = person('Ana', first);
      const access = must(await ana.client.createRoom(`meet.example.org:${server.port}`, { hosted: false }));
      must(await ana.join(access));
      const ben = person('Ben', first);
      must(await ben.join(access));
      await ana.until('Ben', () => ana.sees.length === 2);
      const stranger = await person('Zoe', first).client.createRoom(`other.example.org:${server.port}`, {
        hosted: false,
      });
      expect(stranger).toMatchObject({ ok: false, error: { code: 'connection-failed' } });
      expect(JSON.stringify(server.lines)).not.toContain(first.key.split('\n')[1]);
    }, flags());
  });

  test('nothing older than TLS 1.2 is spoken, and no plain text', async () => {
    await serve(first);
    await withServerProcess(async (server) => {
      const well = await runServer(['--health', '--port', String(server.port), ...flags()]);
      expect([well.code, well.stdout]).toEqual([0, 'The server is well.\n']);
      expect((await shown(server, 'TLSv1.2')).subject.CN).toBe('meet.example.org');
      await expect(shown(server, 'TLSv1.1')).rejects.toThrow(/protocol version|alert/);
      await expect(post(server.address, '/v1/health', '', {}, 'GET')).rejects.toThrow(/socket hang up|ECONNRESET/);
    }, flags());
  });

  test('a new one is served after SIGHUP, and nobody loses a connection', async () => {
    await serve(first);
    await withServerProcess(async (server) => {
      const ana = person('Ana', first);
      const access = must(await ana.client.createRoom(`meet.example.org:${server.port}`, { hosted: false }));
      must(await ana.join(access));
      const before = (await shown(server)).fingerprint256;
      await serve(second);
      server.signal('SIGHUP');
      await server.logged('certificate renewed');
      expect((await shown(server)).fingerprint256).not.toBe(before);
      const ben = person('Ben', second);
      must(await ben.join(access));
      await ana.until('Ben', () => ana.sees.length === 2);
      expect(ana.phases).not.toContain('reconnecting');
    }, flags());
  });

  test.each([
    ['the key of another', async () => writeFile(keyFile, second.key), 'is not the key of this certificate'],
    ['half a file', async () => writeFile(certFile, first.certificate.slice(0, 200)), 'holds no certificate in PEM'],
    ['no file', async () => rm(keyFile), 'can not be read'],
    ['one that has ended', async () => serve(await makeCertificate({ begunFor: 9, endsIn: -1 })), 'is good no longer'],
  ])('after SIGHUP with %s the one before stays, and the log says why', async (_what, spoil, why) => {
    await serve(first);
    await withServerProcess(async (server) => {
      const before = (await shown(server)).fingerprint256;
      await spoil();
      server.signal('SIGHUP');
      const entry = await server.logged('certificate not renewed: the one before stays');
      expect(entry.problem).toContain(why);
      expect((await shown(server)).fingerprint256).toBe(before);
    }, flags());
  });

  test('that ends soon is warned of', async () => {
    await serve(await makeCertificate({ endsIn: 3 }));
    await withServerProcess(async (server) => {
      expect(await server.logged('certificate, and it ends soon')).toMatchObject({ level: 40 });
    }, flags());
  });
});

describe('files that can not be served are refused with what is wrong', () => {
  test.each([
    ['no key', () => ['--tls-cert', certFile], '--tls-cert needs --tls-key beside it.'],
    ['no certificate', () => ['--tls-key', keyFile], '--tls-key needs --tls-cert beside it.'],
    [
      'a file that is not there',
      () => ['--tls-cert', '/nowhere.pem', '--tls-key', keyFile],
      '/nowhere.pem can not be read',
    ],
    [
      'the files in the wrong order',
      () => ['--tls-cert', keyFile, '--tls-key', certFile],
      'holds no certificate in PEM',
    ],
  ])('%s', async (_what, args, why) => {
    await serve(first);
    const { code, stderr } = await runServer(['--check', ...args()]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(why)]);
  });

  test.each([
    ['one that has ended', { begunFor: 9, endsIn: -1 }, 'is good no longer: it ended on'],
    ['one that has not begun', { begunFor: -5 }, 'is not good yet'],
    ['a locked key', { passphrase: 'canary' }, 'is locked by a passphrase: give it without.'],
  ])('%s', async (_what, options, why) => {
    await serve(await makeCertificate(options));
    const { code, stderr } = await runServer(['--check', ...flags()]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(why)]);
  });
});
