import { MicOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useMedia } from '../../../bridge/parley.ts';
import { useRequest } from '../../../bridge/useRequest.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Fault } from '../../../ui/Fault.tsx';

/** Milliseconds for which it stays after the last word: a sentence has pauses, and a banner must not come and go with them. */
const STAY_MS = 4_000;

/** I talk while I am muted: that nobody hears it, and the way to be heard. */
export function UnheardBanner() {
  const { t } = useTranslation();
  const unheard = useMedia((view) => view.local.unheard);
  const [stays, setStays] = useState(false);
  const want = useRequest('capture:want');
  if (unheard && !stays) setStays(true);
  useEffect(() => {
    if (unheard || !stays) return undefined;
    const timer = setTimeout(() => setStays(false), STAY_MS);
    return () => clearTimeout(timer);
  }, [unheard, stays]);
  if (!stays) return null;
  return (
    <>
      <Banner
        role="status"
        tone="caution"
        icon={<MicOff size={20} />}
        hint={t('meeting.unheardHint')}
        actions={
          <Button
            size="small"
            look="primary"
            isPending={want.pending}
            onPress={() => void want.send({ kind: 'microphone', on: true })}
          >
            {t('meeting.unmuteMe')}
          </Button>
        }
      >
        {t('meeting.unheard')}
      </Banner>
      <Fault error={want.error} />
    </>
  );
}
