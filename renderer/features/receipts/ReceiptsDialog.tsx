import { clsx } from 'clsx';
import { ReceiptText } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { ReceiptRow } from './ReceiptRow.tsx';
import styles from './ReceiptsDialog.module.css';
import { type ReceiptPlace, useReceipts } from './useReceipts.ts';

interface ReceiptsDialogProps {
  /** Of this meeting alone; null: of all. */
  readonly place: ReceiptPlace | null;
  readonly onClose: () => void;
}

/** How earlier stays ended: what happened, when, by whom; to read, to pass on, to forget. */
export function ReceiptsDialog({ place, onClose }: ReceiptsDialogProps) {
  const { t } = useTranslation();
  const { receipts, error, forget, forgetAll } = useReceipts(place);
  return (
    <Dialog
      wide
      icon={<ReceiptText size={20} />}
      title={t('receipts.title')}
      lead={place === null ? t('receipts.lead') : t('receipts.leadOf', { room: place.room })}
      onClose={onClose}
      actions={
        <>
          {place === null && receipts !== null && receipts.length > 0 ? (
            <Button look="danger-quiet" onPress={forgetAll}>
              {t('receipts.forgetAll')}
            </Button>
          ) : null}
          <Button autoFocus look="primary" onPress={onClose}>
            {t('common.done')}
          </Button>
        </>
      }
    >
      <Fault error={error} />
      {receipts?.length === 0 ? <p className={clsx(styles.none)}>{t('receipts.none')}</p> : null}
      <ul className={clsx(styles.list)}>
        {receipts?.map((receipt) => (
          <ReceiptRow key={receipt.id} receipt={receipt} onForget={() => forget(receipt.id)} />
        ))}
      </ul>
    </Dialog>
  );
}
