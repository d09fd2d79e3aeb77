import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

import { describe, expect, test } from 'vitest';

import { readArguments, toConfiguration } from '#build/package/fpm.mjs';
import { ROOT } from '#build/setup/paths.mjs';

import { fakePrograms } from './fakes.ts';

// As electron-builder 26 asks fpm for a .deb.
const ASKED = [
  '-s',
  'dir',
  '--force',
  '-t',
  'deb',
  '-d',
  'libgtk-3-0 | libgtk-3-0t64',
  '-d',
  'libnss3',
  '--deb-recommends',
  'libappindicator3-1',
  '--deb-compression',
  'xz',
  '--architecture',
  'amd64',
  '--after-install',
  '/tmp/after-install',
  '--after-remove',
  '/tmp/after-remove',
  '--description',
  'Meetings\n Host or join.',
  '--version',
  '0.1.0',
  '--package',
  '/tmp/parley.deb',
  '--name=parley',
  '--maintainer=The Parley developers <parley@example.org>',
  '--url=https://example.org/?a=b',
  '--category',
  'net',
  '--deb-priority',
  'optional',
  '--license',
  'Apache-2.0',
  '/tmp/linux-unpacked/=/opt/Parley',
  '/tmp/16x16.png=/usr/share/icons/hicolor/16x16/apps/parley.png',
];

describe('fpm by nfpm', () => {
  test('asks nfpm for what electron-builder asks of fpm', () => {
    expect(toConfiguration(readArguments(ASKED))).toEqual({
      name: 'parley',
      arch: 'amd64',
      platform: 'linux',
      version: '0.1.0',
      section: 'net',
      priority: 'optional',
      license: 'Apache-2.0',
      maintainer: 'The Parley developers <parley@example.org>',
      homepage: 'https://example.org/?a=b',
      description: 'Meetings\n Host or join.',
      depends: ['libgtk-3-0 | libgtk-3-0t64', 'libnss3'],
      recommends: ['libappindicator3-1'],
      contents: [
        { src: '/tmp/linux-unpacked/', dst: '/opt/Parley', type: 'tree' },
        { src: '/tmp/16x16.png', dst: '/usr/share/icons/hicolor/16x16/apps/parley.png' },
      ],
      scripts: { postinstall: '/tmp/after-install', postremove: '/tmp/after-remove' },
      deb: { compression: 'xz' },
    });
  });

  test.each([[['--rpm-digest', 'sha256']], [['/no/target']]])('refuses %j rather than leave it out', (more) => {
    expect(() => readArguments([...ASKED, ...more])).toThrow(/no counterpart|where it goes/);
  });

  test('ends as nfpm ends, and gives it the configuration as a file', () => {
    const programs = fakePrograms({ nfpm: 'cp "$3" asked.json; echo "$@" > args; exit 7' });
    const env = { ...process.env, PARLEY_NFPM: join(programs, 'nfpm') };
    const { status } = spawnSync(process.execPath, [join(ROOT, 'build/package/fpm.mjs'), ...ASKED], { env });
    expect(status).toBe(7);
    expect(readFileSync(join(programs, 'args'), 'utf8')).toMatch(/--packager deb --target \/tmp\/parley.deb$/m);
    expect(JSON.parse(readFileSync(join(programs, 'asked.json'), 'utf8'))).toMatchObject({ name: 'parley' });
  });
});
