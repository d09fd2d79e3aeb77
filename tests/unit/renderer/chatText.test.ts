import { describe, expect, test } from 'vitest';

import type { ChatMessage, Mention } from '#protocol/chat.ts';
import type { CommandId } from '#protocol/ids.ts';
import { entriesOf } from '#renderer/features/chat/groups.ts';
import { completed, mentioned, offered, startedAt } from '#renderer/features/chat/mentions.ts';
import { fileName, saveText } from '#renderer/features/chat/saveText.ts';
import { textParts } from '#renderer/features/chat/textParts.ts';
import { idOf, NOW, person, ROOM } from '#tests/stage/room.ts';

const linksIn = (text: string) => textParts(text).flatMap((part) => (part.kind === 'link' ? [part] : []));
const whole = (text: string, mentions: readonly Mention[] = []) =>
  textParts(text, mentions).map((part) => [part.kind, part.text]);

describe('links in a text', () => {
  test.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['see example.org, please', 'http://example.org/'],
    ['(https://example.org:8443/a).', 'https://example.org:8443/a'],
    ['HTTPS://EXAMPLE.ORG', 'https://example.org/'],
  ])('%s leads to %s', (text, url) => {
    expect(linksIn(text).map((link) => link.url)).toEqual([url]);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//https',
    'file:///etc/passwd',
    'data:text/html,hello',
    'vbscript:x',
    'mailto:ana@example.org',
    'ana@example.org',
    'ftp://example.org/x',
    'parley://join/x',
    '//evil',
    'https://bank.example@evil.example/login',
    'https://ana:secret@example.org/',
    'not.a.link.at.alll',
  ])('%s is no link', (text) => {
    expect(linksIn(text)).toEqual([]);
  });

  test('say where they lead: in the letters that the host really has, whatever was typed', () => {
    expect(linksIn('https://аpple.com')).toEqual([
      { kind: 'link', url: 'https://xn--pple-43d.com/', text: 'https://xn--pple-43d.com' },
    ]);
    expect(linksIn('http://EXAMPLE.com/../x')[0]?.text).toBe('http://example.com/x');
    expect(linksIn('http://0x7f000001/')[0]?.text ?? 'none').not.toContain('0x7f');
  });

  test('are shown shortened and lead to the whole', () => {
    const url = `https://example.org/${'a'.repeat(200)}`;
    const [link] = linksIn(url);
    expect(link?.url).toBe(url);
    expect(link?.text.length).toBe(80);
  });
});

describe('a text in pieces', () => {
  const ana = person(0).principal;
  const maria = person(1).principal;

  test('is the whole text, with who is meant by the longest name', () => {
    const mentions = [
      { principal: ana, name: 'Ana' },
      { principal: maria, name: 'Ana Maria' },
    ];
    expect(whole('Hi @Ana Maria and @Ana: example.org', mentions)).toEqual([
      ['text', 'Hi '],
      ['mention', '@Ana Maria'],
      ['text', ' and '],
      ['mention', '@Ana'],
      ['text', ': '],
      ['link', 'http://example.org'],
    ]);
  });

  test('means nothing by what looks like markup', () => {
    const text = '<img src=x onerror=alert(1)> **bold** [a](javascript:b)';
    expect(whole(text)).toEqual([['text', text]]);
  });
});

const at = (text: string, caret = text.length) => startedAt(text, caret);

describe('a mention that is being written', () => {
  const people = [person(0), person(1), person(4)];
  const names = (text: string) => {
    const started = at(text);
    return started === null ? null : offered(people, started).map(({ name }) => name);
  };

  test('begins with an @ that no letter stands before, and is gone with the line', () => {
    expect(at('Hi @be')).toEqual({ from: 3, typed: 'be' });
    expect([at('ana@example'), at('Hi @be\n'), at('Hi'), at('@ hello')]).toEqual([null, null, null, null]);
  });

  test('offers whose name, or a word of it, begins so', () => {
    expect(names('@')).toHaveLength(3);
    expect(names('@BEN')).toEqual([person(1).name]);
    expect(names('@van')).toEqual([person(4).name]);
    expect(names('@x')).toEqual([]);
    expect(names(`@${person(1).name}`), 'nothing is left to offer').toEqual([]);
  });

  test('is completed where it stands', () => {
    const started = at('Hi @be, there', 6);
    expect(started && completed('Hi @be, there', started, 'Ben')).toEqual({ text: 'Hi @Ben , there', caret: 8 });
    expect(mentioned(people, `Hi @${person(1).name}!`).map(({ id }) => id)).toEqual([idOf(1)]);
  });

  test.each([
    ['Hi @Ana Maria', [2]],
    ['Hi @Ana Maria and @Ana', [1, 2]],
    ['@Ben, @Ben', [3, 4]],
    ['https://example.org/@Ben', []],
  ])('in %s those alone are meant whose names are marked', (text, meant) => {
    const named = ['Ana', 'Ana Maria', 'Ben', 'Ben'].map((name, index) => person(index + 1, { name }));
    expect(mentioned(named, text).map(({ id }) => id)).toEqual(meant.map((index) => idOf(index)));
  });
});

const said = (rev: number, who: number, at: number, text = 'x'): ChatMessage => ({
  message: `m-${rev}` as CommandId,
  rev,
  by: { participant: idOf(who), name: person(who).name },
  principal: person(who).principal,
  content: { text, mentions: [] },
  at,
});

describe('the list', () => {
  test('puts together what one person said within a minute, and nothing else', () => {
    const minute = 60_000;
    const messages = [said(1, 1, 0), said(2, 1, 59_999), said(3, 1, minute), said(4, 2, minute), said(5, 1, minute)];
    const groups = entriesOf(messages, [], null).map((entry) =>
      entry.kind === 'group' ? entry.messages.length : entry.kind,
    );
    expect(groups).toEqual([2, 1, 1, 1]);
  });

  test('says where the new begins and where I was away, also within what one person said', () => {
    const messages = [said(1, 1, 0), said(2, 1, 1_000), said(3, 1, 2_000)];
    const newFrom = `${person(1).principal} m-2`;
    expect(entriesOf(messages, [2_000, 9_000], newFrom).map(({ kind }) => kind)).toEqual([
      'group',
      'new',
      'group',
      'gap',
      'group',
      'gap',
    ]);
  });
});

describe('the file', () => {
  test('has a title, times, names and all lines of each message', () => {
    const at = new Date(2026, 10, 20, 14, 30, 5).getTime();
    const text = saveText(
      [said(1, 1, at + 500, 'Good morning\nall'), { ...said(2, 2, at + 60_500), content: null }],
      { title: 'Chat', unreadable: 'Unreadable' },
      500,
    );
    expect(text).toBe(
      `Chat\n\n[2026-11-20 14:30:05] ${person(1).name}: Good morning\n    all\n[2026-11-20 14:31:05] ${person(2).name}: Unreadable\n`,
    );
  });

  test('is named after the meeting and the day', () => {
    expect(fileName(ROOM, new Date(2026, 0, 5).getTime())).toBe('parley-chat-kfr-wmbe-tqa-2026-01-05.txt');
    expect(NOW).toBeGreaterThan(0);
  });
});
