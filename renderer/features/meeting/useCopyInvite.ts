import { useTranslation } from 'react-i18next';

import { HOMEPAGE } from '#protocol/homepage.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { sayError } from '../../words/say.ts';

/** Puts the invite on the clipboard, with all that a guest needs, and says that it did or why not. */
export function useCopyInvite(): { readonly copy: () => void; readonly pending: boolean } {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const { send, pending } = useRequest('invite:copy');
  const { hosting, session } = useSnapshot();
  const isReachable = !('target' in session && session.target.hosted) || hosting.state === 'shared';
  const copy = async (): Promise<void> => {
    if (!('target' in session)) return;
    const { room } = session.target;
    const answer = await send({
      words: t('invite.text', { room, link: '{link}', server: '{server}', homepage: HOMEPAGE }),
    });
    if (answer.ok) say(t(isReachable ? 'invite.copied' : 'meeting.inviteCopiedHere'));
    else say(answer.error.code === 'forbidden' ? t('meeting.noInvite') : sayError(t, answer.error));
  };
  return { copy: () => void copy(), pending };
}
