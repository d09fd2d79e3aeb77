import { LogOut } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { RejoinButton } from '../over/RejoinButton.tsx';
import { sayOwnExit } from '../over/sayOwnExit.ts';
import { useWayBack } from '../over/useWayBack.ts';

/** My own exit needs no dialog: it says so, with one click back. */
export function LeftBanner({ session }: { readonly session: SessionIn<'over'> }) {
  const { t } = useTranslation();
  const rejoin = useRequest('session:rejoin');
  const open = useRequest('session:reopen');
  const wayBack = useWayBack(session);
  const { server, room } = session.target;
  const dismiss = useRequest('session:dismiss');
  const { say } = useAnnouncer();
  const words = sayOwnExit(t, session.exit);
  // A banner that is there with its words from the beginning is not read out by every screen reader.
  useEffect(() => say(words, { shown: false }), [say, words]);
  return (
    <>
      <Banner
        icon={<LogOut size={20} />}
        role="status"
        hint={[t('home.leftMeeting', { room }), wayBack.words].filter(Boolean).join(' · ')}
        actions={
          <>
            <RejoinButton size="small" wayBack={wayBack} rejoin={rejoin} open={open} place={{ server, room }} />
            <Button size="small" look="quiet" onPress={() => void dismiss.send({})}>
              {t('common.dismiss')}
            </Button>
          </>
        }
      >
        {words}
      </Banner>
      <Fault error={rejoin.error ?? open.error ?? dismiss.error} />
    </>
  );
}
