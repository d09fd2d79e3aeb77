import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { DEFAULT_ROLES } from '#meeting/permissions.ts';
import { rolesOf } from '#server/cli/rolesFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-roles-'));
let files = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file that says so. */
function file(text: string): string {
  files += 1;
  const path = join(folder, `${files}.json`);
  writeFileSync(path, text);
  return path;
}

const WITHOUT_VIEWERS = {
  host: { permissions: ['endRoom', 'changeRole', 'lock', 'publishAudio'] },
  guest: { permissions: ['publishAudio'] },
};

describe('what roles may do', () => {
  test('is the default where no file is named', () => {
    expect(rolesOf({ roles: null, speakers: 12 })).toBe(DEFAULT_ROLES);
  });

  test('is what the file says', () => {
    expect(rolesOf({ roles: file(JSON.stringify(WITHOUT_VIEWERS)), speakers: null })).toEqual(WITHOUT_VIEWERS);
  });

  test.each([
    ['{"guest":{"permissions":[]}}', 'a table needs "host" and "guest"'],
    ['{"host":{"permissions":["all"]},"guest":{"permissions":[]}}', '(host.permissions.0)'],
    ['{"host":{"permissions":[]},"guest":{"permissions":[]},"The Boss":{"permissions":[]}}', 'The Boss'],
    ['{"host":{"permissions":[]},"guest":{"permissions":[]}}', 'host must hold endRoom'],
    ['{"host":{"permissions":[]},"host":{"permissions":[]}}', 'must be JSON without a key twice'],
    ['host: everything', 'must be JSON'],
  ])('%s can not be meant, and it is said which file and why', (text, why) => {
    const path = file(text);
    expect(() => rolesOf({ roles: path, speakers: null })).toThrow(path);
    expect(() => rolesOf({ roles: path, speakers: null })).toThrow(why);
  });

  test('a file that is none is named', () => {
    expect(() => rolesOf({ roles: join(folder, 'none.json'), speakers: null })).toThrow('--roles must be a file.');
  });

  test('a limit of speakers needs somebody who watches', () => {
    const without = file(JSON.stringify(WITHOUT_VIEWERS));
    expect(() => rolesOf({ roles: without, speakers: 4 })).toThrow('needs a role "viewer" that may send nothing');
    const speaking = file(JSON.stringify({ ...WITHOUT_VIEWERS, viewer: { permissions: ['publishAudio'] } }));
    expect(() => rolesOf({ roles: speaking, speakers: 4 })).toThrow('needs a role "viewer" that may send nothing');
  });
});
