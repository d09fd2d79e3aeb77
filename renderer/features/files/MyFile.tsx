import { clsx } from 'clsx';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { participantOf } from '#meeting/room/selectors.ts';
import { isInside } from '#meeting/session/reduce.ts';
import type { FileOffer } from '#protocol/file.ts';

import { useSession } from '../../bridge/parley.ts';
import { Button } from '../../ui/Button.tsx';
import type { Words } from '../../words/words.ts';
import styles from './FileCard.module.css';
import { useFiles } from './files.ts';
import type { Outgoing } from './filesView.ts';
import { saySize } from '../../words/saySize.ts';

/** A file that I offer, and how far each is who takes it. */
export function MyFile({ file }: { readonly file: FileOffer }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const session = useSession();
  const { outgoing, offered, withdraw } = useFiles();
  const isOffered = offered.includes(file.id);
  const nameOf = ({ to }: Outgoing): string | null =>
    isInside(session) ? (participantOf(session.room, to)?.name ?? null) : null;
  const people = (outgoing[file.id] ?? []).flatMap((each) => {
    const name = nameOf(each);
    return name === null ? [] : [{ ...each, name }];
  });
  return (
    <>
      <p className={clsx(styles.quiet)}>{t(isOffered ? 'files.mine' : 'files.withdrawn')}</p>
      {people.length > 0 ? (
        <ul className={clsx(styles.people)}>
          {people.map((each) => (
            <li key={each.to}>
              <bdi>{sayGoing(t, each, saySize(each.done, locale), saySize(file.size, locale))}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      {isOffered ? (
        <div className={clsx(styles.actions)}>
          <Button size="small" look="quiet" onPress={() => withdraw(file.id)}>
            {t('files.withdraw')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function sayGoing(t: Words, { state, name }: Outgoing & { readonly name: string }, done: string, size: string): string {
  switch (state) {
    case 'going':
      return t('files.going', { name, done, size });
    case 'done':
      return t('files.got', { name });
    case 'failed':
      return t('files.lost', { name });
    case 'cancelled':
      return t('files.stopped', { name });
    case 'declined':
      return t('files.refused', { name });
  }
}
