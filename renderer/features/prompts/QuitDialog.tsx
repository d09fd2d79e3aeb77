import { Power } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { isInside } from '#meeting/session/reduce.ts';

import { useSession } from '../../bridge/parley.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useHeir } from '../leaving/HeirChoice.tsx';
import { ServedBanner } from './ServedBanner.tsx';
import { type PromptOf, useAnswer } from './useAnswer.ts';

/** The app was told to quit while I am in a meeting, or while others are in one that runs in this very app. */
export function QuitDialog({ prompt }: { readonly prompt: PromptOf<'quit'> }) {
  const { t } = useTranslation();
  const session = useSession();
  const { answer, pending } = useAnswer(prompt);
  const heir = useHeir(session);
  const words = isInside(session) || session.phase === 'joining' ? 'quit' : 'quitServing';
  return (
    <Dialog
      tone="danger"
      icon={<Power size={20} />}
      title={t(`prompts.${words}.title`)}
      lead={t(`prompts.${words}.text`)}
      onClose={() => answer('cancel')}
      actions={
        <>
          <Button onPress={() => answer('cancel')}>{t('common.cancel')}</Button>
          <Button look="danger" isPending={pending} onPress={() => answer('leave', heir.answer)}>
            {t(`prompts.${words}.accept`)}
          </Button>
        </>
      }
    >
      <ServedBanner served={prompt.served} />
      {heir.question}
    </Dialog>
  );
}
