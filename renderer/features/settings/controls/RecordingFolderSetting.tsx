import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

import { useRequest } from '../../../bridge/useRequest.ts';
import { Button } from '../../../ui/Button.tsx';
import type { RowWords } from '../section.ts';
import { useSettings } from '../useSettings.ts';
import styles from './DeviceSetting.module.css';

/** Where recordings are kept; another folder is chosen in the system's own dialog. */
export function RecordingFolderSetting({ title }: RowWords) {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const choose = useRequest('recording:choose-folder');
  return (
    <div className={clsx(styles.device)}>
      <span>
        <span className={clsx(styles.label)}>{title}</span>
        <br />
        <span dir="auto">{settings.recordingFolder ?? t('recording.videos')}</span>
      </span>
      <Button size="small" isPending={choose.pending} onPress={() => void choose.send({})}>
        {t('recording.choose')}
      </Button>
    </div>
  );
}
