import { ScreenShare } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { type PromptOf, useAnswer } from '../prompts/useAnswer.ts';

/**
 * Somebody would like to share in my place. Going on has the focus: the question may come up under somebody's typing,
 * and nothing is to be taken off the screens of all by a key that was meant for something else.
 */
export function ShareAskDialog({ prompt }: { readonly prompt: PromptOf<'share-asked'> }) {
  const { t } = useTranslation();
  const { answer, pending } = useAnswer(prompt);
  return (
    <Dialog
      icon={<ScreenShare size={20} />}
      title={t('sharing.asked.title', { name: prompt.by })}
      lead={t('sharing.asked.text')}
      onClose={() => answer('stay')}
      actions={
        <>
          <Button autoFocus isPending={pending} onPress={() => answer('stay')}>
            {t('sharing.asked.stay')}
          </Button>
          <Button look="primary" isPending={pending} onPress={() => answer('accept')}>
            {t('sharing.asked.accept')}
          </Button>
        </>
      }
    />
  );
}
