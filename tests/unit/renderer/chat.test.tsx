import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { ChatMessage } from '#protocol/chat.ts';
import type { CommandId, Incarnation } from '#protocol/ids.ts';
import type { ChatNews } from '#protocol/ipc/chat.ts';
import { idOf, joined, NOW, person, roomOf } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, type Page } from './support.tsx';

const people = [person(0, { role: 'host' }), person(1), person(2)];
const meeting = 'incarnation-1' as Incarnation;

let made = 0;
function said(who: number, text: string, means: readonly number[] = []): ChatMessage {
  made += 1;
  return {
    message: `m-${made}` as CommandId,
    rev: made,
    by: { participant: idOf(who), name: person(who).name },
    principal: person(who).principal,
    content: {
      text,
      mentions: means.map((other) => ({ principal: person(other).principal, name: person(other).name })),
    },
    at: NOW + made,
  };
}

const NEWS: ChatNews = { meeting, messages: [], unsent: [], unread: 0, mentions: 0, writing: [], gaps: [] };

const tell = (page: Page, news: Partial<ChatNews>): Promise<void> =>
  act(async () => page.bridge.push('chat', { ...NEWS, ...news }));

const inMeeting = () => openApp(snapshotOf(joined(people)));
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
const heard = () => screen.getByTestId('polite').textContent;
const region = () => screen.getByRole('region', { name: 'Chat' });
async function type(text: string): Promise<void> {
  await act(async () => {
    fireEvent.change(field(), { target: { value: text } });
    field().setSelectionRange(text.length, text.length);
    fireEvent.select(field());
  });
}
const key = (name: string, more: Partial<KeyboardEventInit> = {}) =>
  act(async () => fireEvent.keyDown(field(), { key: name, ...more }));

describe('the panel', () => {
  test('takes the place of the people, and gives focus back to its button', async () => {
    await inMeeting();
    await press('People');
    await press('Chat');
    expect(screen.queryByRole('region', { name: 'People' })).toBeNull();
    expect(document.activeElement).toBe(field());
    await press('Close chat');
    expect(screen.queryByRole('region', { name: 'Chat' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Chat' }));
  });

  test('says that nothing has been said, and what there will be to see', async () => {
    await inMeeting();
    await press('Chat');
    expect(region().textContent).toContain('Nothing has been said yet');
    expect(region().textContent).toContain('Whoever comes later does not see it');
  });

  test('opens when the person asks for it outside the window', async () => {
    const page = await inMeeting();
    await act(async () => page.bridge.push('show', { panel: 'chat' }));
    expect(region()).toBeTruthy();
  });

  test('draws nothing anew of what was said while I write, somebody else does, or the meeting goes on', async () => {
    const page = await inMeeting();
    await press('Chat');
    let looks = 0;
    const { content, ...rest } = said(1, 'Good morning');
    const counted = Object.defineProperty({ ...rest, content }, 'content', { get: () => ((looks += 1), content) });
    await tell(page, { messages: [counted], gaps: [NOW] });
    expect(looks).toBeGreaterThan(0);
    looks = 0;
    await type('Hi');
    await tell(page, { writing: [idOf(2)], gaps: [NOW] });
    await page.push(snapshotOf(joined([...people, person(3)])));
    expect(looks).toBe(0);
  });

  test('shows who said what, by whom it is heard, and mine on my side', async () => {
    const page = await inMeeting();
    await press('Chat');
    await tell(page, { messages: [said(1, 'Good morning'), said(1, 'How are you?'), said(0, 'Fine')] });
    const [ben, mine] = within(region()).getAllByRole('article');
    expect(ben?.getAttribute('aria-label')).toContain(person(1).name);
    expect(ben?.textContent).toContain('Good morning');
    expect(ben?.textContent).toContain('How are you?');
    expect(mine?.getAttribute('aria-label')).toContain('You');
  });

  test('shows a role without the right to write why there is no field', async () => {
    const table = {
      host: { permissions: ['endRoom' as const, 'changeRole' as const, 'lock' as const] },
      guest: { permissions: [] },
    };
    await openApp(snapshotOf(joined(people, { room: roomOf(people, { roleTable: table }) })));
    await press('Chat');
    expect(screen.queryByRole('textbox', { name: 'Message' })).toBeNull();
    expect(region().textContent).toContain('Your role lets you read the chat');
  });
});

describe('writing', () => {
  test('Enter sends, with those whose names stand in it, and the field is empty', async () => {
    const page = await inMeeting();
    await press('Chat');
    await type(`Hello @${person(1).name}`);
    await key('Enter');
    expect(page.asked('chat:say')).toEqual([{ text: `Hello @${person(1).name}`, mentions: [person(1).principal] }]);
    expect(field().value).toBe('');
  });

  test('Shift and Enter begin a line, and an input method keeps its Enter', async () => {
    const page = await inMeeting();
    await press('Chat');
    await type('Hello');
    await key('Enter', { shiftKey: true });
    await key('Enter', { isComposing: true });
    expect(page.asked('chat:say')).toEqual([]);
  });

  test('what is refused stays in the field, with why', async () => {
    const page = await inMeeting();
    page.bridge.refuse('chat:say', 'not-joined');
    await press('Chat');
    await type('Hello');
    await key('Enter');
    expect(field().value).toBe('Hello');
    expect(region().textContent).toContain('You are not in the meeting');
  });

  test('what is too long can not be sent, and it is said by how much', async () => {
    const page = await inMeeting();
    await press('Chat');
    await type('x'.repeat(4_002));
    await key('Enter');
    expect(page.asked('chat:say')).toEqual([]);
    expect(region().textContent).toContain('2 characters too many');
  });

  test('a draft survives the panel, and not the meeting', async () => {
    const page = await inMeeting();
    await tell(page, {});
    await press('Chat');
    await type('Half a thought');
    await press('Chat');
    await press('Chat');
    expect(field().value).toBe('Half a thought');
    await tell(page, { meeting: null });
    expect(field().value).toBe('');
  });

  test('an @ offers people: arrows choose, Enter takes, and only then Enter sends', async () => {
    const page = await inMeeting();
    await press('Chat');
    await type('Hi @');
    expect(within(region()).getAllByRole('option')).toHaveLength(2);
    expect(field().getAttribute('aria-activedescendant')).toBe(within(region()).getAllByRole('option')[0]?.id);
    await key('ArrowDown');
    await key('Enter');
    expect(page.asked('chat:say')).toEqual([]);
    expect(field().value).toBe(`Hi @${person(2).name} `);
    await type('Hi @b');
    await key('Escape');
    expect(within(region()).queryAllByRole('option')).toEqual([]);
  });

  test('is told to the others once in a while, and that it is over', async () => {
    const page = await inMeeting();
    await press('Chat');
    await type('H');
    await type('He');
    await type('');
    expect(page.asked('chat:typing')).toEqual([{ writes: true }, { writes: false }]);
  });
});

describe('what was not sent', () => {
  test('is kept with why, and can be sent again or thrown away', async () => {
    const page = await inMeeting();
    await press('Chat');
    const message = 'u-1' as CommandId;
    const unsent = {
      message,
      text: 'Hello?',
      mentions: [],
      at: NOW,
      state: 'failed' as const,
      error: { code: 'too-fast' as const },
    };
    await tell(page, { unsent: [unsent] });
    expect(within(region()).getByRole('alert').textContent).toContain('Not sent. That was a lot at once');
    await press('Send again');
    await press('Discard');
    expect([page.asked('chat:retry'), page.asked('chat:discard')]).toEqual([[{ message }], [{ message }]]);
  });
});

describe('what is new', () => {
  test('is counted on the button, says whether I am meant, and is read once the panel is open', async () => {
    const page = await inMeeting();
    await tell(page, { messages: [said(1, 'One'), said(1, `@${person(0).name}`, [0])], unread: 2, mentions: 1 });
    const button = screen.getByRole('button', { name: 'Chat' });
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      '2 new messages, you are mentioned',
    );
    expect(page.asked('chat:seen')).toEqual([]);
    await press('Chat');
    expect(page.asked('chat:seen').length).toBeGreaterThan(0);
    expect(region().textContent).toContain('New messages');
    expect(region().textContent).toContain('You are meant');
  });

  test('is called out: one by who said what, several in one word, and never mine', async () => {
    const page = await inMeeting();
    await tell(page, { messages: [said(0, 'Mine')] });
    await tell(page, { messages: [said(1, 'Good morning')] });
    await expect.poll(heard).toContain(`${person(1).name}: Good morning`);
    await tell(page, { messages: [said(1, 'One'), said(2, 'Two')] });
    await tell(page, { messages: [said(1, 'Three')] });
    await expect.poll(heard).toContain('3 new messages in the chat');
    expect(heard()).not.toContain('Mine');
  });
});

describe('a link', () => {
  test('is opened by main, and the page goes nowhere', async () => {
    const page = await inMeeting();
    await press('Chat');
    await tell(page, { messages: [said(1, 'See https://example.org/a')] });
    const link = within(region()).getByRole('link', { name: 'https://example.org/a' });
    const left = await act(async () => fireEvent.click(link));
    expect(left, 'the page stays where it is').toBe(false);
    expect(page.asked('chat:open-link')).toEqual([{ url: 'https://example.org/a' }]);
  });
});

test('saving writes all messages out, and says so', async () => {
  const page = await inMeeting();
  await press('Chat');
  await tell(page, { messages: [said(1, 'Good morning'), said(0, 'Fine')] });
  await press('Save chat');
  const [saved] = page.asked('chat:save') as readonly { readonly name: string; readonly text: string }[];
  expect(saved?.name).toMatch(/^parley-chat-kfr-wmbe-tqa-\d{4}-\d\d-\d\d\.txt$/);
  expect(saved?.text).toMatch(/Ben Okafor: Good morning\n.*Ana Ferreira: Fine\n$/);
});
