import type { ChatMessage } from '#protocol/chat.ts';

import type { TellUnseen } from '../desktop/tellUnseen.ts';
import type { Speech } from '../language/speech.ts';
import type { PagePort } from '../ports.ts';

/** Characters of a message that a notification shows. */
const MOST_SHOWN = 200;

/** Whoever is meant by a message and has no window to look at is told; a click brings the window with the chat. */
export function tellOfMentions(parts: {
  readonly tellUnseen: TellUnseen;
  readonly speech: Speech;
  readonly page: Pick<PagePort, 'push'>;
}): (message: ChatMessage) => void {
  const { tellUnseen, speech, page } = parts;
  return ({ by, content }) => {
    const body = shortened(content?.text ?? '');
    tellUnseen({ title: speech.t('chat.mentionedYou', { name: by.name }), body }, () =>
      page.push('show', { panel: 'chat' }),
    );
  };
}

/** Cut between characters, never within one. */
const shortened = (text: string): string => {
  const characters = Array.from(text.replaceAll('\n', ' '));
  return characters.length > MOST_SHOWN ? `${characters.slice(0, MOST_SHOWN).join('')}…` : characters.join('');
};
