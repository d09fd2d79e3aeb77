import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { SETTING_NAMES, SETTINGS, settingOf } from '#server/cli/configuration.ts';
import { ConfigurationError } from '#server/cli/problem.ts';
import { type Read, readConfiguration, type Said } from '#server/cli/readConfiguration.ts';
import { asFile, shown } from '#server/cli/shown.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-settings-'));
const file = join(folder, 'parley.yaml');

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the settings come to, with this in the file. */
function read(yaml: string | null, { flags = {}, environment = {} }: Partial<Said> = {}): Read {
  if (yaml !== null) writeFileSync(file, yaml);
  return readConfiguration({ flags, environment, file: yaml === null ? null : file });
}

/** What is wrong with them. */
function wrong(yaml: string | null, said: Partial<Said> = {}): readonly string[] {
  try {
    read(yaml, said);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.map(({ where, what }) => `${where} ${what}`);
    throw error;
  }
  return [];
}

describe('where a setting is taken from', () => {
  test('a flag goes before its variable, that before the file, that before the default', () => {
    const environment = { PARLEY_PORT: '2' };
    expect(read(null).configuration).toMatchObject({ port: 7470 });
    expect(read('port: 1').configuration).toMatchObject({ port: 1 });
    expect(read('port: 1', { environment }).configuration).toMatchObject({ port: 2 });
    expect(read('port: 1', { environment, flags: { port: ['3'] } }).configuration).toMatchObject({ port: 3 });
  });

  test('limits are told each for itself, so that a flag for one leaves the others of the file', () => {
    const { configuration } = read('limits:\n  graceMs: 1\n  durationMs: 60', {
      flags: { limits: ['graceMs=2', 'participants=7,burst=9'] },
    });
    expect(configuration.limits).toEqual({ graceMs: 2, durationMs: 60, participants: 7, burst: 9 });
  });

  test('an empty variable says nothing, an empty flag takes back what the file says', () => {
    const yaml = 'webhook: https://lms.example.org/hook';
    expect(read(yaml, { environment: { PARLEY_WEBHOOK: '' } }).configuration).toMatchObject({
      webhook: 'https://lms.example.org/hook',
    });
    expect(read(yaml, { flags: { webhook: [''] } }).configuration).toMatchObject({ webhook: null });
  });

  test('paths of the file go from its folder, all others from where the server was started', () => {
    expect(read('data: rooms').configuration).toMatchObject({ data: join(folder, 'rooms') });
    expect(read('data: other', { flags: { data: ['rooms'] } }).configuration).toMatchObject({
      data: join(process.cwd(), 'rooms'),
    });
    expect(read(null).configuration).toMatchObject({ data: join(process.cwd(), 'parley-data') });
  });

  test('an empty file says nothing, and lists are lists in it', () => {
    expect(read('').configuration).toEqual(read(null).configuration);
    expect(read('allowedHosts: [a.org, b.org]').configuration).toMatchObject({ allowedHosts: ['a.org', 'b.org'] });
    expect(read(null, { environment: { PARLEY_ALLOWED_HOSTS: 'a.org, b.org' } }).configuration).toMatchObject({
      allowedHosts: ['a.org', 'b.org'],
    });
  });

  test('ICE servers are addresses, or a list with credentials', () => {
    const turn = { urls: ['turn:turn.example.org'], username: 'ana', credential: 'canary' };
    const stun = { urls: ['stun:stun.example.org'] };
    expect(read(null, { flags: { iceServers: ['stun:stun.example.org'] } }).configuration).toMatchObject({
      iceServers: [stun],
    });
    expect(read(null, { environment: { PARLEY_ICE_SERVERS: JSON.stringify([turn]) } }).configuration).toMatchObject({
      iceServers: [turn],
    });
    expect(read(`iceServers:\n  - stun:stun.example.org\n  - ${JSON.stringify(turn)}`).configuration).toMatchObject({
      iceServers: [stun, turn],
    });
  });
});

describe('what can not be meant', () => {
  test('is told all at once, with file, line and key, variable or flag, and what to do', () => {
    const problems = wrong('# ours\nport: eighty\nprot: 80\nlimits:\n  graceMs: soon\n  patience: 3\n', {
      flags: { creation: ['maybe'] },
      environment: { PARLEY_LOG_LEVEL: 'loud', PARLEY_HOSTS: 'x' },
    });
    expect([...problems].sort()).toEqual([
      '--creation must be one of key, open, none, not "maybe".',
      `${file}:2 port must be a number from 0 to 65535, not "eighty".`,
      `${file}:3 prot is no setting. Did you mean port?`,
      expect.stringMatching(/:4 limits graceMs must be a whole number above 0\.$/),
      expect.stringMatching(/:4 limits knows no "patience"\. It knows frame, /),
      'PARLEY_HOSTS is no setting. Did you mean PARLEY_HOST?',
      'PARLEY_LOG_LEVEL must be one of info, warn, error, silent, not "loud".',
    ]);
  });

  test.each([
    ['port: 1\nport: 2', /:2 is not YAML: Map keys must be unique/],
    ['port: [1', /is not YAML/],
    ['- 1', /must hold settings/],
    ['allowedHosts: meet.example.org', /:1 allowedHosts must be host names without port.*not "meet.example.org"/],
    ['port: "80"', /:1 port must be a number/],
    ['turnSecret: a-secret-that-is-long', /is a secret.*Set PARLEY_TURN_SECRET/],
    ['limits:\n  graceMs: null', /graceMs must be a whole number above 0/],
    ['limits: 5', /:1 limits must be name=value/],
    ['a: &a [x]\nb: &b [*a, *a]\nport: 1', /a is no setting/],
    ['limits:\n  suspectMs: 5000\n  deadMs: 100', /suspected before it is given up/],
    ['iceTransportPolicy: relay', /Media can not be relayed without a TURN server/],
    ['apiKeys: none.json', /none\.json can not be read \(Error ENOENT\): --api-keys must be a file/],
  ])('%j', (yaml, message) => {
    expect(wrong(yaml).join('\n')).toMatch(message);
  });

  test('is told once, however much hangs on it', () => {
    expect(wrong('iceTransportPolicy: relay\niceServers: 5')).toHaveLength(1);
  });

  test('does not quote what may be a secret (invariant 12)', () => {
    const problems = wrong('iceServers: canary\nwebhook: https://canary:canary@x.org', {
      environment: { PARLEY_TURN_SECRET: 'canary', PARLEY_CREATION_KEY: 'canary', PARLEY_WEBHOOK_SECRET: 'canary' },
    });
    expect(problems).toHaveLength(5);
    expect(problems.join('\n')).not.toContain('canary');
  });
});

describe('the configuration that is shown', () => {
  const secrets = {
    PARLEY_TURN_SECRET: 'canary-that-is-long-enough',
    PARLEY_CREATION_KEY: 'canary-that-is-long-enough',
    PARLEY_WEBHOOK_SECRET: `whsec_${'canary00'.repeat(5)}`,
  };
  const yaml = 'port: 81\nwebhook: https://lms.example.org/canary\niceServers: [turn:turn.example.org]';

  test('holds no secret, and says which are set', () => {
    const from = read(yaml, { environment: secrets });
    const text = asFile(from);
    expect(text).not.toContain('canary');
    expect(JSON.stringify(shown(from.configuration))).not.toContain('canary');
    for (const name of Object.keys(secrets)) expect(text).toContain(name);
  });

  test('says where each setting is from', () => {
    const text = asFile(read(yaml, { environment: secrets, flags: { host: ['0.0.0.0'] } }));
    expect(text).toContain(`# from ${file}:1 port\nport: 81\n`);
    expect(text).toContain('# from --host\nhost: 0.0.0.0\n');
    expect(text).toContain('# default\ncreation: key\n');
  });

  test('is a configuration file itself, which comes to the same', () => {
    const first = read('port: 81\nallowedHosts: [a.org]\nlimits: { graceMs: 5 }').configuration;
    const again = read(asFile(read('port: 81\nallowedHosts: [a.org]\nlimits: { graceMs: 5 }'))).configuration;
    expect(shown(again)).toEqual(shown(first));
  });
});

test('every setting has a variable of its own, and a flag unless it is a secret', () => {
  const settings = SETTING_NAMES.map(settingOf);
  expect(new Set(settings.map(({ variable }) => variable)).size).toBe(settings.length);
  for (const { flag, secret, variable } of settings) {
    expect(variable).toMatch(/^PARLEY_[A-Z_]+$/);
    expect(flag === undefined).toBe(secret === true);
  }
  expect(Object.keys(SETTINGS)).toEqual(SETTING_NAMES);
});
