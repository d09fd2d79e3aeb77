// A program that does nothing but write settings, until it is killed: `node writer <folder>`.
import '#tests/unit/main/support/withoutElectron.ts';

import { openSettings } from '#main/settings/settingsFile.ts';

import { numbered } from './numbered.ts';

const [directory = ''] = process.argv.slice(2);
const settings = openSettings({ directory, version: '0.1.0', now: new Date().toISOString(), log: () => {} });

for (let count = 0; ; count += 1) {
  settings.write(numbered(count));
  if (count === 0) process.stdout.write('writing\n');
}
