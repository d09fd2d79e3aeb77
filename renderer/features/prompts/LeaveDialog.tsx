import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSession } from '../../bridge/parley.ts';
import { Button } from '../../ui/Button.tsx';
import { Tick } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useHeir } from '../leaving/HeirChoice.tsx';
import { type PromptOf, useAnswer } from './useAnswer.ts';

/** I leave by the tray, a shortcut or the window, and nobody else is host. */
export function LeaveDialog({ prompt }: { readonly prompt: PromptOf<'leave'> }) {
  const { t } = useTranslation();
  const { answer, pending } = useAnswer(prompt);
  const heir = useHeir(useSession());
  const [remember, setRemember] = useState(false);
  return (
    <Dialog
      tone="danger"
      icon={<LogOut size={20} />}
      title={t('leaving.title')}
      lead={t('desktop.leave.text')}
      onClose={() => answer('cancel')}
      actions={
        <>
          <Button onPress={() => answer('cancel')}>{t('common.cancel')}</Button>
          <Button look="danger" isPending={pending} onPress={() => answer('leave', { remember, ...heir.answer })}>
            {t('common.leave')}
          </Button>
        </>
      }
    >
      {heir.question}
      <Tick label={t('desktop.leave.remember')} isSelected={remember} onChange={setRemember} />
    </Dialog>
  );
}
