import type { ChatMessage } from '#protocol/chat.ts';
import type { RoomId } from '#protocol/ids.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** On this machine's clock, in a form that sorts and reads the same everywhere. */
function stamp(at: number): string {
  const when = new Date(at);
  const date = `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
  return `${date} ${two(when.getHours())}:${two(when.getMinutes())}:${two(when.getSeconds())}`;
}

/** The chat as a file: a line for its title, then each message with its time and who said it; further lines are indented. */
export function saveText(
  messages: readonly ChatMessage[],
  words: { readonly title: string; readonly unreadable: string },
  clockOffset: number,
): string {
  const lines = messages.map(({ at, by, content }) => {
    const text = (content?.text ?? words.unreadable).replaceAll('\n', '\n    ');
    return `[${stamp(at - clockOffset)}] ${by.name}: ${text}`;
  });
  return `${[words.title, '', ...lines].join('\n')}\n`;
}

/** `parley-chat-kfr-wmbe-tqa-2026-11-20.txt` */
export const fileName = (room: RoomId, at: number): string => `parley-chat-${room}-${stamp(at).slice(0, 10)}.txt`;
