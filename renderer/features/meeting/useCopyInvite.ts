import { useTranslation } from 'react-i18next';

import { useAnnouncer } from '../../app/announcer.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { sayError } from '../../words/say.ts';

/** Puts the invite link on the clipboard, and says that it did or why not. */
export function useCopyInvite(): { readonly copy: () => void; readonly pending: boolean } {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const { send, pending } = useRequest('invite:copy');
  const copy = async (): Promise<void> => {
    const answer = await send({});
    say(answer.ok ? t('meeting.inviteCopied') : sayError(t, answer.error));
  };
  return { copy: () => void copy(), pending };
}
