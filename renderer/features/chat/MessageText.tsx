import { clsx } from 'clsx';
import { useMemo } from 'react';

import type { ChatContent } from '#protocol/chat.ts';
import type { PrincipalId } from '#protocol/ids.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { sayError } from '../../words/say.ts';
import { useTranslation } from 'react-i18next';
import styles from './MessageText.module.css';
import { textParts } from './textParts.ts';

interface MessageTextProps {
  readonly content: ChatContent;
  readonly me: PrincipalId | undefined;
}

/** A text as it was written: links and mentions are marked, and nothing else in it means anything. */
export function MessageText({ content, me }: MessageTextProps) {
  const parts = useMemo(() => textParts(content.text, content.mentions), [content]);
  return parts.map((part, index) => {
    // A text does not change, so a piece is known by its place.
    const key = `${index} ${part.kind}`;
    if (part.kind === 'text') return <span key={key}>{part.text}</span>;
    if (part.kind === 'link') return <Link key={key} url={part.url} text={part.text} />;
    return (
      <bdi key={key} className={clsx(styles.mention, part.principal === me && styles.me)}>
        {part.text}
      </bdi>
    );
  });
}

/** Leads to the system's browser, through main, and nowhere else. */
function Link({ url, text }: { readonly url: string; readonly text: string }) {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const { send } = useRequest('chat:open-link');
  const open = async (): Promise<void> => {
    const answer = await send({ url });
    if (!answer.ok) say(sayError(t, answer.error));
  };
  return (
    <a
      href={url}
      title={url}
      dir="ltr"
      className={clsx(styles.link)}
      onClick={(event) => {
        event.preventDefault();
        void open();
      }}
      onAuxClick={(event) => event.preventDefault()}
      onDragStart={(event) => event.preventDefault()}
    >
      {text}
    </a>
  );
}
