import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { SETTING_NAMES, settingOf } from '#server/cli/configuration.ts';
import { LIMITS } from '#server/cli/limits.ts';
import { bundleServer, runServer, withServerProcess } from '#tests/fixtures/serverProcess.ts';

import { Receiver } from './api/receiver.ts';
import { post, secret, TestRoom } from './testRoom.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-cli-'));
  await bundleServer();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a setting that can not be meant is refused, named, and nothing is started', () => {
  test.each([
    [['--port', 'http'], {}, '--port must be a number from 0 to 65535, not "http".'],
    [['--port', '70000'], {}, '--port must be a number from 0 to 65535, not 70000.'],
    [['--creation', 'maybe'], {}, '--creation must be one of key, open, none, not "maybe".'],
    [['--duplicates', 'both'], {}, '--duplicates must be one of take-over, refuse, not "both".'],
    [['--log-level', 'loud'], {}, '--log-level must be one of info, warn, error, silent, not "loud".'],
    [['--allow-host', 'https://meet.example.org'], {}, '--allow-host must be host names without port'],
    [['--allow-origin', 'meet.example.org'], {}, '--allow-origin must be origins'],
    [['--limit', 'patience=3'], {}, '--limit knows no "patience". It knows frame,'],
    [['--limit', 'graceMs=soon'], {}, '--limit graceMs must be a whole number above 0.'],
    [['--limit', 'durationMs=0'], {}, '--limit durationMs must be a whole number above 0.'],
    [['--limit', 'suspectMs=9000,deadMs=100'], {}, 'suspected before it is given up'],
    [['--api-keys', '/nowhere/keys.json'], {}, '--api-keys must be a file.'],
    [['--api-keys', import.meta.filename], {}, 'must be a JSON array of what --new-api-key shows.'],
    [['--new-api-key', 'two words'], {}, '--new-api-key needs a name'],
    [['--new-api-key', 'lms=everything'], {}, '--new-api-key knows the permissions createRooms'],
    [
      ['--roles', '/nowhere/roles.json'],
      {},
      '/nowhere/roles.json can not be read (Error ENOENT): --roles must be a file.',
    ],
    [['--speakers', 'many'], {}, '--speakers must be a number from 1 to'],
    [['--metrics', 'maybe'], {}, '--metrics must be one of key, open, none, not'],
    [['--webhook', 'ftp://x'], {}, '--webhook must be an http or https address'],
    [['--webhook', 'http://127.0.0.1:1'], { PARLEY_WEBHOOK_SECRET: 'short' }, 'PARLEY_WEBHOOK_SECRET must be whsec_'],
    [['--nonsense'], {}, '--nonsense is no flag.'],
    [['stray'], {}, 'stray stands alone: no flag takes it.'],
    [['--prot', '1'], {}, '--prot is no flag. Did you mean --port?'],
    [[], { PARLEY_PORT: 'x' }, 'PARLEY_PORT must be a number'],
    [[], { PARLEY_HOTS: 'x' }, 'PARLEY_HOTS is no setting. Did you mean PARLEY_HOST?'],
    [
      ['--config', '/nowhere/parley.yaml'],
      {},
      '/nowhere/parley.yaml can not be read (Error ENOENT): --config must be a file.',
    ],
    [[], { PARLEY_ICE_SERVERS: '{"urls":"stun:x"}' }, 'PARLEY_ICE_SERVERS must be as in'],
    [['--ice-server', 'https://turn.example.org'], {}, '--ice-server must be as in stun:stun.example.org'],
    [['--ice-server', 'turn:turn.example.org'], {}, 'there is no secret to make them with'],
    [['--ice-policy', 'most'], {}, '--ice-policy must be one of all, relay, not "most".'],
    [['--ice-policy', 'relay'], {}, 'Media can not be relayed without a TURN server.'],
    [['--limit', 'turnMs=300001'], {}, 'turnMs must be from 2000 to 300000.'],
    [
      ['--turn-secret-file', '/nowhere'],
      {},
      '/nowhere can not be read (Error ENOENT): --turn-secret-file must be a file.',
    ],
    [[], { PARLEY_TURN_SECRET: 'short' }, 'PARLEY_TURN_SECRET must be 16 characters or more.'],
    [[], { PARLEY_TURN_SECRET: 'a-secret-that-is-long-enough' }, 'There is a TURN secret, and no TURN server'],
    [['--turn-secret-file', '/nowhere'], { PARLEY_TURN_SECRET: 'a-secret-that-is-long' }, 'not both'],
    [[], { PARLEY_CREATION_KEY: 'short' }, 'PARLEY_CREATION_KEY must be 16 characters or more.'],
  ] as const)('%j %j', async (args, env, message) => {
    const { code, stderr } = await runServer(['--data', join(folder, 'refused'), ...args], env);
    expect(stderr).toContain(message);
    expect(code).not.toBe(0);
    expect(stderr).not.toContain('    at ');
  });
});

test('--help tells every setting and its variable, and is no failure', async () => {
  const { code, stdout } = await runServer(['--help']);
  expect(code).toBe(0);
  for (const { variable } of SETTING_NAMES.map(settingOf)) expect(stdout).toContain(variable);
  for (const limit of Object.keys(LIMITS)) expect(stdout).toContain(`${limit}=`);
});

test('a configuration file is checked and shown without starting anything', async () => {
  const data = join(folder, 'never-made');
  const file = join(folder, 'parley.yaml');
  await writeFile(file, `data: never-made\nport: 0\ncreation: open\n`);
  const checked = await runServer(['--config', file, '--check']);
  expect([checked.code, checked.stdout]).toEqual([0, 'The settings are good.\n']);
  const printed = await runServer(['--print-config'], { PARLEY_CONFIG: file, PARLEY_TURN_SECRET: '' });
  expect(printed.stdout).toContain(`# from ${file}:1 data\ndata: ${data}\n`);
  await expect(stat(data)).rejects.toThrow('ENOENT');
  await writeFile(file, 'port: http\ncreation: maybe\n');
  const refused = await runServer(['--config', file, '--check']);
  expect([refused.code, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toMatch(/2 settings can not be meant:\n.*:1 port must be.*\n.*:2 creation must be/);
});

test('flags go before the environment, and the configuration is shown without its secrets', async () => {
  await withServerProcess(
    async (server) => {
      const [first = '{}'] = server.lines;
      const shown = JSON.parse(first) as {
        readonly limits: Record<string, number | null>;
        readonly iceServers: readonly string[];
      };
      expect(shown).toMatchObject({ msg: 'configuration', allowedHosts: ['meet.example.org'], creation: 'open' });
      expect(shown.limits).toMatchObject({
        graceMs: 1234,
        participants: 7,
        messagesPerSecond: 20,
        emptyCloseMs: 60_000,
        durationMs: 3_600_000,
        noHostMs: null,
      });
      const room = await TestRoom.create(server.address);
      const ana = await room.host();
      expect(ana.welcome.limits).toMatchObject({ graceMs: 1234, participants: 7 });
      expect(ana.welcome.policies).toMatchObject({ durationMs: 3_600_000, noHostMs: null });
    },
    ['--allow-host', 'meet.example.org', '--limit', 'graceMs=1234', '--limit', 'participants=7,durationMs=3600000'],
  );
});

test('keys are made at the first start, kept, and readable by their owner only', async () => {
  await withServerProcess(async (server, data) => {
    const room = await TestRoom.create(server.address);
    const ana = await room.host();
    const key = await readFile(join(data, 'token-key'), 'utf8');
    expect(key).toMatch(/^[A-Za-z0-9_-]{43}\n$/);
    expect((await stat(join(data, 'token-key'))).mode & 0o777).toBe(0o600);
    expect(server.lines.join('')).not.toContain(key.trim());
    await server.kill('SIGTERM');
    await server.start();
    expect(await readFile(join(data, 'token-key'), 'utf8')).toBe(key);
    // A token of before is good after it: the key and the server's id are the same.
    expect(await room.outcomeOfToken(ana.token)).toBe('welcome');
  });
});

test('by default rooms are made with the key that it keeps in its folder', async () => {
  await withServerProcess(
    async (server, data) => {
      const key = (await readFile(join(data, 'creation-key'), 'utf8')).trim();
      const body = { identity: secret(), inviteKey: secret() };
      expect((await post(server.address, '/v1/rooms', body)).status).toBe(403);
      expect((await post(server.address, '/v1/rooms', body, { authorization: `Bearer ${key}` })).status).toBe(201);
      expect(server.lines.join('')).not.toContain(key);
      expect(server.lines.join('')).toContain(join(data, 'creation-key'));
    },
    ['--creation', 'key'],
  );
});

test('a file that holds no key is not replaced', async () => {
  const data = await mkdtemp(join(folder, 'broken-'));
  await writeFile(join(data, 'token-key'), 'oops');
  const { code, stderr } = await runServer(['--data', data, '--port', '0']);
  expect([code, stderr.includes('holds no key')]).toEqual([2, true]);
  expect(await readFile(join(data, 'token-key'), 'utf8')).toBe('oops');
});

test('a second server on the same folder is refused', async () => {
  await withServerProcess(async (_server, data) => {
    const { code, stderr } = await runServer(['--data', data, '--port', '0', '--creation', 'open']);
    expect([code, stderr.trim()]).toEqual([1, 'parley-server: The data folder is in use by another server.']);
  });
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s drains and ends it with 0; everybody is told', async (signal) => {
  await withServerProcess(async (server) => {
    const room = await TestRoom.create(server.address);
    const ana = await room.host();
    expect(await server.kill(signal)).toBe(0);
    expect(await ana.wire.closed).toBe(4020);
    expect(ana.wire.frames.at(-1)).toMatchObject({ type: 'draining' });
    await server.start();
    const back = await room.resume(ana.welcome, ana.welcome.rev ?? 0);
    expect((await back.next('welcome', 'refused')).type).toBe('welcome');
  });
});

test('SIGHUP to a server without TLS renews nothing, and ends nothing', async () => {
  await withServerProcess(async (server) => {
    const room = await TestRoom.create(server.address);
    const ana = await room.host();
    server.signal('SIGHUP');
    await server.logged('nothing to renew');
    expect(await ana.wire.command({ type: 'lock', id: 'a' })).toMatchObject({ type: 'ok' });
  });
});

test('a new API key is shown once, and is good where its entry is in the file', async () => {
  const { stdout, code } = await runServer(['--new-api-key', 'lms=readRooms']);
  expect(code).toBe(0);
  const key = /parley_[A-Za-z0-9_-]{43}/.exec(stdout)?.[0] ?? '';
  const entry = /\{.*\}/.exec(stdout)?.[0] ?? '';
  expect([entry.includes('"readRooms"'), entry.includes(key)]).toEqual([true, false]);
  const file = join(folder, 'api-keys.json');
  await writeFile(file, `[${entry}]`);
  await withServerProcess(
    async (server) => {
      const list = (authorization: string) => post(server.address, '/v1/api/rooms', '', { authorization }, 'GET');
      expect((await list(`Bearer ${key}`)).body).toEqual({ rooms: [] });
      expect((await list(`Bearer ${key}x`)).status).toBe(401);
      expect(server.lines.join('')).not.toContain(key);
    },
    ['--api-keys', file],
  );
});

test('metrics are read and webhooks come, signed with the kept secret, whose receiver is named by its host alone', async () => {
  const data = await mkdtemp(join(folder, 'kept-'));
  const kept = randomBytes(32);
  await writeFile(join(data, 'webhook-secret'), `${kept.toString('base64url')}\n`, { mode: 0o600 });
  const receiver = await Receiver.start(kept);
  await withServerProcess(
    async (server) => {
      const room = await TestRoom.create(server.address);
      await room.host();
      await receiver.until(() => receiver.taken.length === 1);
      expect(receiver.taken[0]).toMatchObject({ genuine: true, body: { type: 'participant-joined', room: room.id } });
      const metrics = await fetch(`http://${server.address}/metrics`);
      expect(await metrics.text()).toContain('\nparley_joins_total 1\n');
      expect(server.lines.join('')).not.toContain('/hook');
      expect(await server.kill('SIGTERM')).toBe(0);
    },
    ['--data', data, '--webhook', receiver.url, '--metrics', 'open'],
  );
  receiver.close();
});
