import { Circle } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fault } from '../../ui/Fault.tsx';

/** Before anything is recorded: who is told, and where it goes. */
export function RecordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { settings } = useSnapshot();
  const start = useRequest('recording:start');
  const begin = async (): Promise<void> => {
    const begun = await start.send({});
    if (begun.ok) onClose();
  };
  return (
    <Dialog
      icon={<Circle size={20} fill="currentColor" />}
      title={t('recording.title')}
      lead={t('recording.lead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isPending={start.pending} onPress={() => void begin()}>
            {t('recording.begin')}
          </Button>
        </>
      }
    >
      <p>{t('recording.text', { folder: settings.recordingFolder ?? t('recording.videos') })}</p>
      <Fault error={start.error} />
    </Dialog>
  );
}
