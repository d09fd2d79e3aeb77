import { Repeat2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { REASONS } from '#protocol/reasons.ts';

import { Button } from '../../ui/Button.tsx';
import { Details } from '../../ui/Details.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { sayError } from '../../words/say.ts';
import { type PromptOf, useAnswer } from '../prompts/useAnswer.ts';

/** The other meeting did not let me in, so I am where I was (1104). */
export function SwitchFailedDialog({ prompt }: { readonly prompt: PromptOf<'switch-failed'> }) {
  const { t } = useTranslation();
  const { answer, pending } = useAnswer(prompt);
  const { server, room, from, error } = prompt;
  return (
    <Dialog
      tone="caution"
      icon={<Repeat2 size={20} />}
      title={t('switching.failed.title', { room: from })}
      lead={t('switching.failed.lead', { room })}
      onClose={() => answer('cancel')}
      actions={
        <Button autoFocus look="primary" isPending={pending} onPress={() => answer('accept')}>
          {t('common.close')}
        </Button>
      }
    >
      <p>{sayError(t, error)}</p>
      <Details
        label={t('common.details')}
        facts={() => [
          { name: t('over.facts.code'), value: String(REASONS.SWITCH_ROOM_FAILED.code) },
          { name: t('over.facts.type'), value: 'SWITCH_ROOM_FAILED' },
          { name: t('over.facts.meeting'), value: room },
          { name: t('over.facts.server'), value: server },
          { name: t('switching.failed.fact'), value: [error.code, error.detail].filter(Boolean).join(': ') },
        ]}
      />
    </Dialog>
  );
}
