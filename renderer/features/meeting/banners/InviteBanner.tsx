import { MonitorOff, UserRoundPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { isAlone } from '#meeting/room/selectors.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useSnapshot } from '../../../bridge/parley.ts';
import { useRequest } from '../../../bridge/useRequest.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Fault } from '../../../ui/Fault.tsx';
import { useCopyInvite } from '../useCopyInvite.ts';

/** Nobody else is here: how to get the others in. On this computer's own server they have to be let at it first. */
export function InviteBanner({ session }: { readonly session: SessionIn<'joined'> }) {
  const { t } = useTranslation();
  const { hosting } = useSnapshot();
  const share = useRequest('hosting:share');
  const { copy, pending } = useCopyInvite();
  const alone = isAlone(session.room, session.me);
  const unreachable = session.target.hosted && hosting.state === 'loopback';
  if (!alone) return null;
  return (
    <>
      <Banner
        role="status"
        icon={unreachable ? <MonitorOff size={20} /> : <UserRoundPlus size={20} />}
        hint={t(unreachable ? 'meeting.loopbackHint' : 'meeting.aloneHint')}
        actions={
          <>
            {unreachable ? (
              <Button size="small" look="primary" isPending={share.pending} onPress={() => void share.send({})}>
                {t('meeting.share')}
              </Button>
            ) : null}
            <Button size="small" isPending={pending} onPress={copy}>
              {t('meeting.copyInviteLink')}
            </Button>
          </>
        }
      >
        {t(unreachable ? 'meeting.loopbackBanner' : 'meeting.aloneBanner')}
      </Banner>
      <Fault error={share.error} />
    </>
  );
}
