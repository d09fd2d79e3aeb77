import { clsx } from 'clsx';
import { Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { MOST_FILE_BYTES } from '#protocol/file.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { useParley } from '../../bridge/parley.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { sayError } from '../../words/say.ts';
import { useFiles } from './files.ts';
import { offerOf } from './offerOf.ts';
import styles from './OfferFile.module.css';
import { saySize } from '../../words/saySize.ts';

/** Chooses a file and offers it to everybody who is here. */
export function OfferFile() {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { say } = useAnnouncer();
  const { bridge } = useParley();
  const { offer, withdraw } = useFiles();
  const [pending, setPending] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const give = async (blob: File): Promise<void> => {
    if (blob.size > MOST_FILE_BYTES) {
      say(t('files.tooBig', { most: saySize(MOST_FILE_BYTES, locale) }));
      return;
    }
    setPending(true);
    const file = await offerOf(blob);
    setPending(false);
    if (file === null) {
      say(t('files.unreadable'));
      return;
    }
    offer(file, blob);
    const answer = await bridge.request('chat:say', { text: file.name, mentions: [], file });
    if (answer.ok) return;
    withdraw(file.id);
    say(sayError(t, answer.error));
  };
  return (
    <>
      <IconButton label={t('files.attach')} isPending={pending} onPress={() => input.current?.click()}>
        <Paperclip size={18} />
      </IconButton>
      <input
        ref={input}
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        data-testid="file"
        className={clsx(styles.hidden)}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void give(file);
        }}
      />
    </>
  );
}
