import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSession } from '../../bridge/parley.ts';
import { Button } from '../../ui/Button.tsx';
import { Tick } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useHeir } from '../leaving/HeirChoice.tsx';
import { ServedBanner } from './ServedBanner.tsx';
import { type PromptOf, useAnswer } from './useAnswer.ts';

/** The window was closed in a meeting: stay in it by the tray, leave, or nothing of the kind. */
export function CloseWindowDialog({ prompt }: { readonly prompt: PromptOf<'close-window'> }) {
  const { t } = useTranslation();
  const { answer, pending } = useAnswer(prompt);
  const heir = useHeir(useSession());
  const [remember, setRemember] = useState(false);
  return (
    <Dialog
      tone="danger"
      icon={<LogOut size={20} />}
      title={t('prompts.closeWindow.title')}
      lead={t('prompts.closeWindow.text')}
      onClose={() => answer('cancel')}
      actions={
        <>
          <Button onPress={() => answer('cancel')}>{t('common.cancel')}</Button>
          <Button look="danger-quiet" isPending={pending} onPress={() => answer('leave', { remember, ...heir.answer })}>
            {t('prompts.closeWindow.leave')}
          </Button>
          <Button look="primary" isPending={pending} onPress={() => answer('keep-running', { remember })}>
            {t('prompts.closeWindow.keepRunning')}
          </Button>
        </>
      }
    >
      <ServedBanner served={prompt.served} />
      {heir.question}
      <Tick label={t('prompts.closeWindow.remember')} isSelected={remember} onChange={setRemember} />
    </Dialog>
  );
}
