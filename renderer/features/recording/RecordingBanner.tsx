import { FileVideo, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';

/** Where the last recording is, and why it ended if nobody stopped it; until it was read. */
export function RecordingBanner() {
  const { t } = useTranslation();
  const { recording } = useSnapshot();
  const show = useRequest('recording:show');
  const dismiss = useRequest('recording:dismiss');
  if (recording?.state !== 'kept') return null;
  const { problem, file } = recording;
  return (
    <Banner
      role="status"
      tone={problem === null ? 'accent' : 'caution'}
      icon={problem === null ? <FileVideo size={20} /> : <TriangleAlert size={20} />}
      hint={<span dir="auto">{t('recording.where', { file })}</span>}
      actions={
        <>
          <Button size="small" onPress={() => void show.send({})}>
            {t('recording.show')}
          </Button>
          <Button size="small" look="quiet" onPress={() => void dismiss.send({})}>
            {t('common.dismiss')}
          </Button>
        </>
      }
    >
      {problem === null ? t('recording.kept') : t(`recording.problems.${problem}`)}
    </Banner>
  );
}
