import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { useRequest } from '../../bridge/useRequest.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import type { Words } from '../../words/words.ts';

function sayOwnExit(t: Words, { exit }: SessionIn<'over'>): string {
  const { type } = exit.reason;
  if (type === 'REMOVE_ALL') return t(exit.mayRejoin ? 'home.ended' : 'home.endedLocked');
  return t(type === 'SWITCH_ROOM' ? 'home.switched' : 'home.left');
}

/** My own exit needs no dialog: it says so, with one click back. */
export function LeftBanner({ session }: { readonly session: SessionIn<'over'> }) {
  const { t } = useTranslation();
  const rejoin = useRequest('session:rejoin');
  const dismiss = useRequest('session:dismiss');
  return (
    <Banner
      icon={<LogOut size={20} />}
      hint={t('home.leftMeeting', { room: session.target.room })}
      actions={
        <>
          {session.exit.mayRejoin ? (
            <Button size="small" isPending={rejoin.pending} onPress={() => void rejoin.send({})}>
              {t('common.rejoin')}
            </Button>
          ) : null}
          <Button size="small" look="quiet" onPress={() => void dismiss.send({})}>
            {t('common.dismiss')}
          </Button>
        </>
      }
    >
      {sayOwnExit(t, session)}
    </Banner>
  );
}
