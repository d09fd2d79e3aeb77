import { clsx } from 'clsx';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { participantOf } from '#meeting/room/selectors.ts';
import { isInside } from '#meeting/session/reduce.ts';
import type { FileOffer } from '#protocol/file.ts';
import type { ParticipantId } from '#protocol/ids.ts';

import { useSession } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { Button } from '../../ui/Button.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { sayError } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import styles from './FileCard.module.css';
import { useFiles } from './files.ts';
import type { Incoming } from './filesView.ts';
import { saySize } from '../../words/saySize.ts';

interface TheirFileProps {
  readonly file: FileOffer;
  readonly by: { readonly participant: ParticipantId; readonly name: string };
}

/** A file of somebody else: to be taken or not, on its way, here, or why it is not. */
export function TheirFile({ file, by }: TheirFileProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const session = useSession();
  const { incoming, take, decline, cancel } = useFiles();
  const show = useRequest('file:show');
  const mine = incoming[file.id];
  const isThere = isInside(session) && participantOf(session.room, by.participant) !== null;
  if (mine?.state === 'saved') {
    return (
      <>
        <p className={clsx(styles.quiet)}>{t('files.saved', { name: mine.name ?? file.name })}</p>
        <div className={clsx(styles.actions)}>
          <Button size="small" onPress={() => void show.send({ id: file.id })}>
            {t('files.show')}
          </Button>
        </div>
        <Fault error={show.error} />
      </>
    );
  }
  if (mine?.state === 'coming') {
    const words = t('files.coming', { done: saySize(mine.done, locale), size: saySize(file.size, locale) });
    return (
      <>
        <progress
          aria-label={t('files.comingFrom', { name: file.name })}
          aria-valuetext={words}
          max={Math.max(1, file.size)}
          value={mine.done}
          className={clsx(styles.progress)}
        />
        <div className={clsx(styles.actions)}>
          <span className={clsx(styles.quiet, styles.apart)}>{words}</span>
          <Button size="small" look="quiet" onPress={() => cancel(file.id)}>
            {t('files.cancel')}
          </Button>
        </div>
      </>
    );
  }
  const why = mine === undefined ? null : sayWhy(t, mine, by.name);
  if (!isThere) return <p className={clsx(styles.quiet)}>{why ?? t('files.gone', { name: by.name })}</p>;
  return (
    <>
      {why === null ? null : (
        <p role={mine?.state === 'failed' ? 'alert' : undefined} className={clsx(styles.quiet)}>
          {why}
        </p>
      )}
      <div className={clsx(styles.actions)}>
        {mine === undefined ? (
          <Button size="small" look="quiet" onPress={() => decline(file, by.participant)}>
            {t('files.decline')}
          </Button>
        ) : null}
        <Button size="small" onPress={() => take(file, by.participant)}>
          {t(mine === undefined ? 'files.take' : 'files.again')}
        </Button>
      </div>
    </>
  );
}

function sayWhy(t: Words, { state, fault }: Incoming, name: string): string | null {
  if (state === 'declined' || state === 'cancelled') return t(`files.${state}`);
  if (fault === null) return null;
  if (fault === 'left') return t('files.left', { name });
  return fault === 'withdrawn' ? t('files.takenBack') : sayError(t, fault);
}
