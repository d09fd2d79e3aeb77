import { clsx } from 'clsx';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { KeptKind } from '#protocol/ipc/privacy.ts';

import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import styles from './KeptSetting.module.css';

interface DeleteKeptDialogProps {
  readonly kinds: readonly KeptKind[];
  readonly pending: boolean;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Once more before something is gone: what, and what comes of it. */
export function DeleteKeptDialog({ kinds, pending, onDelete, onClose }: DeleteKeptDialogProps) {
  const { t } = useTranslation();
  const [only] = kinds;
  const isOne = kinds.length === 1 && only !== undefined;
  return (
    <Dialog
      tone="danger"
      icon={<Trash2 size={20} />}
      title={isOne ? t('privacy.askOne', { kind: t(`privacy.kinds.${only}`) }) : t('privacy.askAll')}
      lead={t('privacy.forGood')}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="danger" isPending={pending} onPress={onDelete}>
            {t('privacy.delete')}
          </Button>
        </>
      }
    >
      <ul className={clsx(styles.consequences)}>
        {kinds.map((kind) => (
          <li key={kind}>{t(`privacy.afterwards.${kind}`)}</li>
        ))}
      </ul>
    </Dialog>
  );
}
