import { Unlink } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/Button.tsx';
import { Details } from '../../ui/Details.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { type PromptOf, useAnswer } from './useAnswer.ts';

/** A link that leads nowhere, with what is wrong with it under Details. */
export function BadLinkDialog({ prompt }: { readonly prompt: PromptOf<'bad-link'> }) {
  const { t } = useTranslation();
  const { answer, pending } = useAnswer(prompt);
  return (
    <Dialog
      tone="caution"
      icon={<Unlink size={20} />}
      title={t('prompts.badLink.title')}
      lead={t('prompts.badLink.text')}
      onClose={() => answer('cancel')}
      actions={
        <Button autoFocus look="primary" isPending={pending} onPress={() => answer('accept')}>
          {t('common.close')}
        </Button>
      }
    >
      <Details label={t('common.details')} facts={() => [{ name: t('prompts.badLink.fact'), value: prompt.detail }]} />
    </Dialog>
  );
}
