import { UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useNow } from '../../ui/useNow.ts';
import { type PromptOf, useAnswer } from './useAnswer.ts';

/** Nobody else is here: stay? Without an answer the app leaves, and says when. */
export function AloneDialog({ prompt }: { readonly prompt: PromptOf<'alone'> }) {
  const { t } = useTranslation();
  const { answer, pending } = useAnswer(prompt);
  const count = Math.max(0, Math.ceil((prompt.until - useNow()) / 1000));
  return (
    <Dialog
      tone="caution"
      icon={<UserRound size={20} />}
      title={t('prompts.alone.title')}
      lead={t('prompts.alone.text')}
      onClose={() => answer('stay')}
      actions={
        <>
          <Button look="danger-quiet" isPending={pending} onPress={() => answer('leave')}>
            {t('common.leave')}
          </Button>
          <Button autoFocus look="primary" isPending={pending} onPress={() => answer('stay')}>
            {t('prompts.alone.stay')}
          </Button>
        </>
      }
    >
      <p role="timer" aria-live="off">
        {t('prompts.alone.left', { count })}
      </p>
    </Dialog>
  );
}
