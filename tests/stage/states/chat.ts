import type { ChatMessage } from '#protocol/chat.ts';
import type { FileId, FileOffer } from '#protocol/file.ts';
import type { CommandId, Incarnation } from '#protocol/ids.ts';
import type { ChatNews, UnsentMessage } from '#protocol/ipc/chat.ts';
import { DEFAULT_ROLES } from '#meeting/permissions.ts';

import { idOf, joined, nameOf, NOW, person, reconnecting, roomOf, THERE } from '../room.ts';
import { snapshotOf } from '../snapshot.ts';
import type { StageState } from '../states.ts';

const host = person(0, { role: 'host' });
const five = joined([host, person(1), person(2), person(3), person(4)]);

/** Seconds before now, who, and what: people mean each other by `@` and a name. */
function said(ago: number, who: number, text: string): ChatMessage {
  const mentions = [0, 1, 2, 3, 4].filter((other) => text.includes(`@${nameOf(other)}`));
  return {
    message: `m-${ago}` as CommandId,
    rev: 10_000 - ago,
    by: { participant: idOf(who), name: nameOf(who) },
    principal: person(who).principal,
    content: { text, mentions: mentions.map((other) => ({ principal: person(other).principal, name: nameOf(other) })) },
    at: NOW - ago * 1_000,
  };
}

const TALK: readonly ChatMessage[] = [
  said(610, 1, 'Good morning all'),
  said(
    605,
    1,
    'The figures are at https://docs.example.org/reports/2026/q3?view=summary, page 4 is the one that matters.',
  ),
  said(540, 2, 'Thanks! Reading it now.'),
  said(432, 0, 'Morning. Shall we go through it from the top, or only what changed?'),
  said(425, 0, 'I would say only what changed:\n– hosting\n– the two new people\n– travel'),
  said(380, 3, '承知しました。五分ほどで追いつきます。'),
  said(312, 4, 'Only what changed, please. @Ana Ferreira, do you have the old numbers at hand?'),
  said(240, 1, 'xn-- looks odd: https://xn--pple-43d.com/ — better not.'),
  { ...said(200, 2, ''), content: null },
  said(130, 0, '@Ben Okafor they are on the second sheet.'),
  said(62, 2, 'Supercalifragilisticexpialidocious_is_one_word_and_this_is_a_longer_one_without_any_place_to_break_it'),
];

const CHAT: ChatNews = {
  meeting: 'incarnation-1' as Incarnation,
  messages: TALK,
  unsent: [],
  unread: 0,
  mentions: 0,
  writing: [],
  gaps: [],
};

const FILE = {
  id: 'file-0000000000000001' as FileId,
  name: 'Figures of the third quarter, final version.xlsx',
  size: 4_630_000,
  sha256: 'A'.repeat(43),
};
const offered = (ago: number, who: number, file: FileOffer): ChatMessage => ({
  ...said(ago, who, file.name),
  content: { text: file.name, mentions: [], file },
});
const FILES: readonly ChatMessage[] = [
  said(61, 1, 'Here they are:'),
  offered(60, 1, FILE),
  offered(40, 0, { ...FILE, id: 'file-0000000000000002' as FileId, name: 'seating.pdf', size: 81_200 }),
];

const unsent = (text: string, but: Partial<UnsentMessage>): UnsentMessage => ({
  message: `u-${text.length}` as CommandId,
  text,
  mentions: [],
  at: NOW,
  state: 'sending',
  error: null,
  ...but,
});

const listeners = [person(0), person(1, { role: 'host' })];
const mayNotWrite = joined(listeners, {
  target: THERE,
  room: roomOf(listeners, {
    roleTable: { ...DEFAULT_ROLES, guest: { permissions: ['publishAudio', 'publishVideo'] } },
  }),
});

const OPEN = [{ press: 'Chat' }] as const;

/** The chat, as full and as empty as it gets. */
export const CHAT_STATES = {
  'chat-empty': { snapshot: snapshotOf(five), chat: { ...CHAT, messages: [] }, steps: OPEN },
  chat: { snapshot: snapshotOf(five), chat: CHAT, steps: OPEN },
  'chat-writing': {
    snapshot: snapshotOf(five),
    chat: { ...CHAT, writing: [idOf(1), idOf(4)] },
    steps: [...OPEN, { fill: 'Message', with: 'Then let us\nbegin with hosting.' }],
  },
  'chat-unread': { snapshot: snapshotOf(five), chat: { ...CHAT, unread: 4, mentions: 1 } },
  'chat-new': { snapshot: snapshotOf(five), chat: { ...CHAT, unread: 3, mentions: 0 }, steps: OPEN },
  'chat-mention': {
    snapshot: snapshotOf(five),
    chat: CHAT,
    steps: [...OPEN, { fill: 'Message', with: 'What do you think, @' }],
  },
  'chat-unsent': {
    snapshot: snapshotOf(five),
    chat: {
      ...CHAT,
      unsent: [
        unsent('On its way', {}),
        unsent('Said too fast for anybody to follow', { state: 'failed', error: { code: 'too-fast' } }),
      ],
    },
    steps: OPEN,
  },
  'chat-offline': {
    snapshot: snapshotOf(reconnecting(five)),
    chat: { ...CHAT, gaps: [NOW - 100_000], unsent: [unsent('Are you still there?', { state: 'waiting' })] },
    steps: OPEN,
  },
  'chat-too-long': {
    snapshot: snapshotOf(five),
    chat: CHAT,
    steps: [...OPEN, { fill: 'Message', with: 'A long story. '.repeat(300) }],
  },
  'chat-files': { snapshot: snapshotOf(five), chat: { ...CHAT, messages: FILES }, steps: OPEN },
  'chat-file-coming': {
    snapshot: snapshotOf(five),
    chat: { ...CHAT, messages: FILES },
    steps: [...OPEN, { press: 'Save' }],
  },
  'chat-not-allowed': { snapshot: snapshotOf(mayNotWrite), chat: CHAT, steps: OPEN },
} as const satisfies Record<string, StageState>;
