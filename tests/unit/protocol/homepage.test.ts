import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { HOMEPAGE } from '#protocol/homepage.ts';

test("what an invite names as the place to get Parley from is the package's homepage", () => {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ homepage: HOMEPAGE });
});
