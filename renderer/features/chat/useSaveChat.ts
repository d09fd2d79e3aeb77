import { useTranslation } from 'react-i18next';
import { useLocale } from 'react-aria-components';

import type { SessionIn } from '#protocol/session.ts';
import type { ParleyError } from '#protocol/errors.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { useChat } from './chatStore.ts';
import { fileName, saveText } from './saveText.ts';

/** Puts the chat, as it is now, into a file that the person chooses. */
export function useSaveChat({ room, clockOffset }: SessionIn<'joined' | 'reconnecting'>): {
  readonly save: () => void;
  readonly pending: boolean;
  readonly error: ParleyError | null;
} {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { say } = useAnnouncer();
  const { messages } = useChat();
  const { send, pending, error } = useRequest('chat:save');
  const save = async (): Promise<void> => {
    const now = Date.now();
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(now);
    const title = t('chat.savedText', { room: room.id, date });
    const text = saveText(messages, { title, unreadable: t('chat.unreadable') }, clockOffset);
    const answer = await send({ name: fileName(room.id, now), text });
    if (answer.ok && answer.value !== null) say(t('chat.saved'));
  };
  return { save: () => void save(), pending, error };
}
