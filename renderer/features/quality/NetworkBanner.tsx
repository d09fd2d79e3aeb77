import { useTranslation } from 'react-i18next';

import { useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { Bars } from './Bars.tsx';
import { useMyGrade } from './useGrade.ts';

/** My own network is poor: what helps, and the one thing that helps at once. */
export function NetworkBanner() {
  const { t } = useTranslation();
  const grade = useMyGrade();
  const { camera } = useSnapshot().capture;
  const want = useRequest('capture:want');
  if (grade !== 'poor') return null;
  return (
    <>
      <Banner
        role="status"
        tone="caution"
        icon={<Bars grade="poor" size={20} />}
        hint={t(camera.wanted ? 'quality.poorHintVideo' : 'quality.poorHint')}
        actions={
          camera.wanted ? (
            <Button size="small" isPending={want.pending} onPress={() => void want.send({ kind: 'camera', on: false })}>
              {t('quality.videoOff')}
            </Button>
          ) : null
        }
      >
        {t('quality.poorBanner')}
      </Banner>
      <Fault error={want.error} />
    </>
  );
}
