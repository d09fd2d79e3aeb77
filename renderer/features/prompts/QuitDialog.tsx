import { Power, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { isInside } from '#meeting/session/reduce.ts';

import { useSession } from '../../bridge/parley.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { type PromptOf, useAnswer } from './useAnswer.ts';

/** The app was told to quit in a meeting. Where the meeting runs in this very app, that stops it for everyone. */
export function QuitDialog({ prompt }: { readonly prompt: PromptOf<'quit'> }) {
  const { t } = useTranslation();
  const session = useSession();
  const { answer, pending } = useAnswer(prompt);
  return (
    <Dialog
      tone="danger"
      icon={<Power size={20} />}
      title={t('prompts.quit.title')}
      lead={t('prompts.quit.text')}
      onClose={() => answer('cancel')}
      actions={
        <>
          <Button onPress={() => answer('cancel')}>{t('common.cancel')}</Button>
          <Button look="danger" isPending={pending} onPress={() => answer('leave')}>
            {t('prompts.quit.accept')}
          </Button>
        </>
      }
    >
      {isInside(session) && session.target.hosted ? (
        <Banner tone="caution" icon={<TriangleAlert size={20} />}>
          {t('prompts.quit.hosted')}
        </Banner>
      ) : null}
    </Dialog>
  );
}
