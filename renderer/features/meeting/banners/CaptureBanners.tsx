import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useSnapshot } from '../../../bridge/parley.ts';
import { useRequest } from '../../../bridge/useRequest.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { sayCaptureProblem } from '../../../words/say.ts';

const KINDS = ['microphone', 'camera'] as const;

/** Why a device that I want on is not, and what to do. */
export function CaptureBanners() {
  const { t } = useTranslation();
  const { capture } = useSnapshot();
  const want = useRequest('capture:want');
  return KINDS.map((kind) => {
    const problem = sayCaptureProblem(t, kind, capture[kind]);
    if (problem === null) return null;
    return (
      <Banner
        key={kind}
        role="status"
        tone="caution"
        icon={<TriangleAlert size={20} />}
        actions={
          <Button size="small" onPress={() => void want.send({ kind, on: false })}>
            {t(kind === 'microphone' ? 'capture.goOnMuted' : 'capture.goOnWithoutVideo')}
          </Button>
        }
      >
        {problem}
      </Banner>
    );
  });
}
