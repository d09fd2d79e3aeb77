import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { Place } from '../prompts/Place.tsx';
import { type PromptOf, useAnswer } from '../prompts/useAnswer.ts';
import { SwitchQuestion } from './SwitchQuestion.tsx';

interface SwitchByLinkDialogProps {
  readonly prompt: PromptOf<'open-link'>;
  readonly session: SessionIn<'joined' | 'reconnecting'>;
}

/** A link was opened in the middle of a meeting: where it leads, and that this one is left for it. */
export function SwitchByLinkDialog({ prompt, session }: SwitchByLinkDialogProps) {
  const { t } = useTranslation();
  const { answer, pending } = useAnswer(prompt);
  return (
    <SwitchQuestion
      session={session}
      lead={t('switching.fromLink')}
      atOnce={prompt.atOnce}
      pending={pending}
      onGo={({ now, ...heir }) => answer(now ? 'switch-now' : 'accept', heir)}
      onCancel={() => answer('cancel')}
    >
      <Place server={prompt.server} room={prompt.room} />
    </SwitchQuestion>
  );
}
