import { clsx } from 'clsx';
import { Keyboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useSnapshot } from '../../bridge/parley.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SHORTCUTS, type ShortcutName } from '../../ui/shortcuts.ts';
import { Keys } from '../../ui/Tooltip.tsx';
import { talkShortcut } from '../shortcuts/accelerator.ts';
import styles from './ShortcutSheet.module.css';

const names = Object.keys(SHORTCUTS) as readonly ShortcutName[];

/** Every key of the meeting on one sheet. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { talkKey } = useSnapshot().settings;
  return (
    <Dialog
      title={t('shortcuts.title')}
      icon={<Keyboard size={20} />}
      onClose={onClose}
      actions={
        <Button look="primary" onPress={onClose}>
          {t('common.done')}
        </Button>
      }
    >
      <dl className={clsx(styles.list)}>
        {talkKey === null ? null : (
          <div className={clsx(styles.row)}>
            <dt>{t('shortcuts.talk')}</dt>
            <dd>
              <Keys shortcut={talkShortcut(talkKey)} />
            </dd>
          </div>
        )}
        {names.map((name) => (
          <div key={name} className={clsx(styles.row)}>
            <dt>{t(`shortcuts.${name}`)}</dt>
            <dd>
              <Keys shortcut={SHORTCUTS[name]} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
