import { Mic, Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { type PromptOf, useAnswer } from './useAnswer.ts';

/**
 * Somebody would like to hear or see me. Saying no has the focus: the question may come up under somebody's typing, and
 * nobody is to be heard by a key that was meant for something else.
 */
export function UnmuteDialog({ prompt }: { readonly prompt: PromptOf<'unmute-asked'> }) {
  const { t } = useTranslation();
  const { answer, pending } = useAnswer(prompt);
  const { by, media } = prompt;
  const what = media.length > 1 ? 'both' : (media[0] ?? 'microphone');
  return (
    <Dialog
      icon={what === 'camera' ? <Video size={20} /> : <Mic size={20} />}
      title={t(`prompts.unmute.title.${what}`, { name: by })}
      lead={t(`prompts.unmute.text.${what}`)}
      onClose={() => answer('stay')}
      actions={
        <>
          <Button autoFocus isPending={pending} onPress={() => answer('stay')}>
            {t(`prompts.unmute.stay.${what}`)}
          </Button>
          <Button look="primary" isPending={pending} onPress={() => answer('accept')}>
            {t(`prompts.unmute.accept.${what}`)}
          </Button>
        </>
      }
    />
  );
}
