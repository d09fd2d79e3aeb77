import { Server } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Place } from './Place.tsx';
import { type PromptOf, useAnswer } from './useAnswer.ts';

/** The second step of a link to a server that was never used before: what that server will get to know. */
export function TrustServerDialog({ prompt }: { readonly prompt: PromptOf<'trust-server'> }) {
  const { t } = useTranslation();
  const { answer, pending } = useAnswer(prompt);
  return (
    <Dialog
      tone="caution"
      icon={<Server size={20} />}
      title={t('prompts.trust.title')}
      lead={t('prompts.trust.text', { server: prompt.server })}
      onClose={() => answer('cancel')}
      actions={
        <>
          <Button onPress={() => answer('cancel')}>{t('common.cancel')}</Button>
          <Button look="primary" isPending={pending} onPress={() => answer('accept')}>
            {t('prompts.trust.accept')}
          </Button>
        </>
      }
    >
      <Place server={prompt.server} room={prompt.room} />
      <p>{t('prompts.trust.advice')}</p>
    </Dialog>
  );
}
