import { clsx } from 'clsx';
import { Trash2 } from 'lucide-react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { Receipt } from '#protocol/ipc/receipt.ts';

import { IconButton } from '../../ui/IconButton.tsx';
import { clockTime } from '../../features/meeting/clockTime.ts';
import { CopyReceipt } from './CopyReceipt.tsx';
import styles from './ReceiptsDialog.module.css';
import { sayReceipt } from './sayReceipt.ts';

interface ReceiptRowProps {
  readonly receipt: Receipt;
  readonly onForget: () => void;
}

/** One exit: what happened, in which meeting, when and after how long. */
export function ReceiptRow({ receipt, onForget }: ReceiptRowProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { title, who, note } = sayReceipt(t, receipt);
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(receipt.at);
  const stay = receipt.stayMs === null ? null : t('receipts.stay', { time: clockTime(receipt.stayMs) });
  return (
    <li className={clsx(styles.row)}>
      <div className={clsx(styles.words)}>
        <p className={clsx(styles.title)}>{title}</p>
        {who === '' ? null : <p dir="auto">{who}</p>}
        {note === '' ? null : (
          <blockquote dir="auto" className={clsx(styles.note)}>
            {note}
          </blockquote>
        )}
        <p className={clsx(styles.facts)}>
          {[receipt.target.room, time, stay, t('receipts.code', { code: receipt.reason.code })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className={clsx(styles.actions)}>
        <CopyReceipt receipt={receipt} />
        <IconButton label={t('receipts.forget', { title, time })} onPress={onForget}>
          <Trash2 size={16} />
        </IconButton>
      </div>
    </li>
  );
}
