import { useTranslation } from 'react-i18next';

import { useAnnouncer } from '../../../app/announcer.ts';
import { useRequest } from '../../../bridge/useRequest.ts';
import { Button } from '../../../ui/Button.tsx';
import { sayError } from '../../../words/say.ts';

/** All hands down, for whoever keeps the order. */
export function LowerAllHands() {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const { send, pending } = useRequest('room:lower-hand');
  const lower = async (): Promise<void> => {
    const answer = await send({ participant: 'all' });
    if (answer.ok) say(t('hands.lowered'));
    else say(sayError(t, answer.error), { urgent: true });
  };
  return (
    <Button size="small" isPending={pending} onPress={() => void lower()}>
      {t('hands.lowerAll')}
    </Button>
  );
}
