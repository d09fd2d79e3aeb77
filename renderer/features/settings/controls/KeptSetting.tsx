import { clsx } from 'clsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Kept, KeptKind } from '#protocol/ipc/privacy.ts';

import { useAnnouncer } from '../../../app/announcer.ts';
import { useSnapshot } from '../../../bridge/parley.ts';
import { useAsked } from '../../../bridge/useAsked.ts';
import { useRequest } from '../../../bridge/useRequest.ts';
import { Button } from '../../../ui/Button.tsx';
import { Fault } from '../../../ui/Fault.tsx';
import type { RowWords } from '../section.ts';
import { DeleteKeptDialog } from './DeleteKeptDialog.tsx';
import styles from './KeptSetting.module.css';
import { sayKept } from './sayKept.ts';

/** What Parley keeps of me on this computer, kind by kind, each to be deleted by itself, and all of it at once. */
export function KeptSetting(words: RowWords) {
  // What can be deleted is another thing inside a meeting.
  return <KeptList key={useSnapshot().session.phase} {...words} />;
}

function KeptList({ title, description }: RowWords) {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const { answer: kept, error, put } = useAsked('privacy:list');
  const { send, pending } = useRequest('privacy:delete');
  const [asking, setAsking] = useState<readonly KeptKind[] | null>(null);
  if (kept === null) return <Fault error={error} />;
  const held = kept.filter(({ deletable }) => deletable !== 'now');
  const free = kept.filter(({ deletable }) => deletable === 'now').map(({ kind }) => kind);
  const go = async (kinds: readonly KeptKind[]): Promise<void> => {
    const gone = await send({ kinds: [...kinds] });
    put(gone);
    if (gone.ok) say(t('privacy.deleted'), { shown: false });
    setAsking(null);
  };
  return (
    <div className={clsx(styles.all)}>
      <div>
        <p className={clsx(styles.title)}>{title}</p>
        <p className={clsx(styles.hint)}>{description}</p>
      </div>
      <Fault error={error} />
      <ul className={clsx(styles.list)}>
        {kept.map((one) => (
          <KeptRow key={one.kind} kept={one} onDelete={() => setAsking([one.kind])} />
        ))}
      </ul>
      <div className={clsx(styles.end)}>
        <p className={clsx(styles.hint)}>{t(held.length === 0 ? 'privacy.allHint' : 'privacy.allHintHeld')}</p>
        <Button look="danger-quiet" onPress={() => setAsking(free)}>
          {t(held.length === 0 ? 'privacy.all' : 'privacy.allHeld')}
        </Button>
      </div>
      {asking === null ? null : (
        <DeleteKeptDialog
          kinds={asking}
          pending={pending}
          onDelete={() => void go(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}

function KeptRow({ kept, onDelete }: { readonly kept: Kept; readonly onDelete: () => void }) {
  const { t, i18n } = useTranslation();
  const { kind, deletable } = kept;
  const name = t(`privacy.kinds.${kind}`);
  return (
    <li className={clsx(styles.row)}>
      <div className={clsx(styles.words)}>
        <p>{name}</p>
        <p className={clsx(styles.hint)}>{t(`privacy.hints.${kind}`)}</p>
        <p className={clsx(styles.size)}>{sayKept(t, i18n.language, kept)}</p>
      </div>
      {deletable === 'now' ? (
        <Button size="small" aria-label={t('privacy.deleteKind', { kind: name })} onPress={onDelete}>
          {t('privacy.delete')}
        </Button>
      ) : (
        <p className={clsx(styles.held)}>{t(`privacy.${deletable}`)}</p>
      )}
    </li>
  );
}
