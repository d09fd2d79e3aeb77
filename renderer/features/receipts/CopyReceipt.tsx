import { Copy } from 'lucide-react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { Receipt } from '#protocol/ipc/receipt.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { Button } from '../../ui/Button.tsx';
import { sayError } from '../../words/say.ts';
import { receiptText } from './sayReceipt.ts';

/** Puts what happened on the clipboard, for whoever is asked about it. */
export function CopyReceipt({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { say } = useAnnouncer();
  const copy = useRequest('receipt:copy');
  const press = async (): Promise<void> => {
    const copied = await copy.send({ id: receipt.id, words: receiptText(t, locale, receipt) });
    say(copied.ok ? t('receipts.copied') : sayError(t, copied.error), { urgent: !copied.ok });
  };
  return (
    <Button size="small" icon={<Copy size={16} />} isPending={copy.pending} onPress={() => void press()}>
      {t('receipts.copy')}
    </Button>
  );
}
