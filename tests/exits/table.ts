import type { Notice } from '#protocol/ipc/notice.ts';
import { type ExitRecord, typeOf, type View } from '#tests/fixtures/exitRecords.ts';

import type { Row } from './rows.ts';
import { sayOthers, showExit, type Told } from './say.tsx';

const HEAD = `# Ways out of a meeting

Made from what the tests saw when they ran (\`npm run exits\` after \`npm test\`); the tests fail when it is not what they
saw. _Told_ are the notices of the client, in order. What stands in bold is the title on the screen, what follows the
words under it and, in brackets, the buttons, as the page draws them from the exit that a client had on a real server.
Where a test of whole apps (e2e) is named as well, its window had the same title and the same first line.

`;

/** docs/exits.md, whole. */
export async function tableOf(rows: readonly Row[]): Promise<string> {
  const lines = ['| Code | What was done | Who went | The others | Tests |', '| --- | --- | --- | --- | --- |'];
  for (const row of rows) lines.push(await lineOf(row));
  return `${HEAD}${lines.join('\n')}\n`;
}

async function lineOf({ code, what, records }: Row): Promise<string> {
  const [{ leaver, others }] = records;
  const seen = new Set<string>();
  for (const view of others) seen.add(await cellOf(view));
  const cells = [
    `${code} ${typeOf(code)}`,
    what,
    await cellOf(leaver),
    [...seen].join('<br>or: ') || 'nobody else was there',
    records.map(nameOf).join('<br>'),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const nameOf = ({ file, test }: ExitRecord): string => `${file.replace(/^tests\//, '')}: ${test}`;

async function cellOf(view: View): Promise<string> {
  const told = view.told.map(sayNotice).join(', ') || 'nothing';
  return `Told ${told}. ${await sceneOf(view)}`;
}

async function sceneOf(view: View): Promise<string> {
  if (view.exit !== null) {
    const { title, words, buttons } = await showExit(view, view.exit);
    return [`**${title}**`, ...words.map(escaped), ...buttons.map((button) => `[${button}]`)].join(' ');
  }
  const told = view.told.filter(({ type }) => type === 'participant-left' || type === 'role-changed');
  const said = await sayOthers(told as readonly Told[]);
  if (said.length > 0) return `“${said.join('”, “')}”`;
  return view.phases.includes('reconnecting') ? 'Reconnecting, then back in.' : 'The meeting goes on as it was.';
}

function sayNotice(notice: Notice): string {
  switch (notice.type) {
    case 'participant-left':
      return `\`participant-left\` ${notice.reason.code} of ${notice.name}`;
    case 'meeting-left':
      return `\`meeting-left\` ${notice.reason.code}${notice.policy === undefined ? '' : ` (${notice.policy})`}`;
    case 'role-changed':
      return `\`role-changed\` of ${notice.name} (${notice.role}, by ${notice.by?.name ?? 'nobody'})`;
    case 'switch-failed':
      return `\`switch-failed\` ${notice.reason.code} (${notice.stillIn ? 'still in the first' : 'out of both'})`;
    case 'reacted':
      return `\`reacted\` by ${notice.name} (${notice.reaction})`;
    case 'removed-from-room': {
      const facts = [notice.roomWasEnded ? 'ended' : 'removed', `by ${notice.peerWhoRemoved?.name ?? 'nobody'}`];
      return `\`removed-from-room\` (${[...facts, ...(notice.locked ? ['locked'] : [])].join(', ')})`;
    }
  }
}

/** Meeting codes are other ones at every run. */
const CODE = /\b[a-z]{3}-[a-z]{4}-[a-z]{3}\b/g;

const escaped = (text: string): string => text.replaceAll(/[*_[\]<>]/g, '\\$&').replaceAll(CODE, 'kfr-wmbe-tqa');
