import { clsx } from 'clsx';
import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { others } from '#meeting/room/selectors.ts';
import type { SessionIn } from '#protocol/session.ts';
import { CHAT } from '#protocol/wire/limits.ts';

import { useRequest } from '../../bridge/useRequest.ts';
import { Fault } from '../../ui/Fault.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { OfferFile } from '../files/OfferFile.tsx';
import { type ChatView, useChat } from './chatStore.ts';
import styles from './Composer.module.css';
import { MentionList } from './MentionList.tsx';
import { mentioned } from './mentions.ts';
import { useMention } from './useMention.ts';
import { useTyping } from './useTyping.ts';

/** From so many characters left on, it is said how many. */
const NEARLY = 400;

interface ComposerProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly chat: ChatView;
}

/** The field to write in: Enter sends, with Shift it begins a line, `@` offers people. */
export function Composer({ session, chat }: ComposerProps) {
  const { t } = useTranslation();
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { keepDraft } = useChat();
  const { send, pending, error } = useRequest('chat:say');
  const typing = useTyping();
  const people = others(session.room, session.me);
  const mention = useMention(field, people, chat.draft, keepDraft);
  const left = CHAT.text - chat.draft.length;
  const isEmpty = chat.draft.trim() === '';

  // As high as what is in it; the style says how high at most.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  });

  const write = (text: string): void => {
    keepDraft(text);
    typing(text.trim() !== '');
  };
  const say = async (): Promise<void> => {
    if (isEmpty || left < 0 || pending) return;
    const text = chat.draft;
    const answer = await send({ text, mentions: mentioned(people, text).map(({ principal }) => principal) });
    if (!answer.ok) return;
    keepDraft('');
    typing(false);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While a word is put together by an input method, Enter belongs to that.
    if (event.nativeEvent.isComposing || mention.onKey(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void say();
  };
  return (
    <div className={clsx(styles.composer)}>
      <MentionList id={listId} mention={mention} />
      <Fault error={error} />
      <div className={clsx(styles.row)}>
        <OfferFile />
        <TextField value={chat.draft} onChange={write} autoFocus className={clsx(styles.field)}>
          <Label className={clsx(styles.label)}>{t('chat.field')}</Label>
          <TextArea
            ref={field}
            rows={1}
            dir="auto"
            placeholder={t('chat.placeholder')}
            aria-autocomplete="list"
            {...(mention.open && { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${mention.active}` })}
            onKeyDown={onKeyDown}
            onSelect={mention.onCaret}
            onBlur={mention.away}
            className={clsx(styles.input)}
          />
        </TextField>
        <IconButton
          label={t('chat.send')}
          isDisabled={isEmpty || left < 0}
          isPending={pending}
          onPress={() => void say()}
        >
          <SendHorizontal size={18} className={clsx(styles.arrow)} />
        </IconButton>
      </div>
      <p role="status" className={clsx(styles.left, left < 0 && styles.over)}>
        {left < 0 ? t('chat.tooLong', { count: -left }) : left < NEARLY ? t('chat.left', { count: left }) : ''}
      </p>
    </div>
  );
}
