import { ExternalLink, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { isInside } from '#meeting/session/reduce.ts';

import { useSession } from '../../bridge/parley.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SwitchByLinkDialog } from '../switching/SwitchByLinkDialog.tsx';
import { Place } from './Place.tsx';
import { type PromptOf, useAnswer } from './useAnswer.ts';

/** A link was opened somewhere on this computer: where it leads, before anything is connected to. */
export function OpenLinkDialog({ prompt }: { readonly prompt: PromptOf<'open-link'> }) {
  const session = useSession();
  if (prompt.inMeeting && isInside(session)) return <SwitchByLinkDialog prompt={prompt} session={session} />;
  return <OpenDialog prompt={prompt} />;
}

function OpenDialog({ prompt }: { readonly prompt: PromptOf<'open-link'> }) {
  const { t } = useTranslation();
  const { answer, pending } = useAnswer(prompt);
  return (
    <Dialog
      icon={<ExternalLink size={20} />}
      title={t('prompts.openLink.title')}
      lead={t('prompts.openLink.text')}
      onClose={() => answer('cancel')}
      actions={
        <>
          <Button onPress={() => answer('cancel')}>{t('common.cancel')}</Button>
          <Button look="primary" isPending={pending} onPress={() => answer('accept')}>
            {t(prompt.inMeeting ? 'prompts.openLink.acceptInMeeting' : 'prompts.openLink.accept')}
          </Button>
        </>
      }
    >
      <Place server={prompt.server} room={prompt.room} />
      {prompt.inMeeting ? (
        <Banner tone="caution" icon={<TriangleAlert size={20} />}>
          {t('prompts.openLink.inMeeting')}
        </Banner>
      ) : null}
    </Dialog>
  );
}
