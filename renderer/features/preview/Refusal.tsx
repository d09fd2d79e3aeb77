import { CircleAlert, DoorClosed, LockKeyhole } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { useRequest } from '../../bridge/useRequest.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { sayError } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import { AppealForm } from './AppealForm.tsx';

/** Why I was not let in, or would not be: who said so and in which words, and the way past it where there is one. */
export function Refusal({ session, name }: { readonly session: SessionIn<'preview'>; readonly name: string }) {
  const { t } = useTranslation();
  const unlock = useRequest('room:unlock');
  const { refusal, mayUnlock, turnedAway, mayAppeal = false } = session;
  if (!refusal) return null;
  const isLocked = refusal.code === 'room-locked';
  return (
    <>
      <Banner
        role="alert"
        tone="caution"
        icon={isLocked ? <LockKeyhole size={20} /> : turnedAway ? <DoorClosed size={20} /> : <CircleAlert size={20} />}
        hint={turnedAway?.note ? <span dir="auto">{turnedAway.note}</span> : null}
        actions={
          isLocked && mayUnlock ? (
            <Button size="small" isPending={unlock.pending} onPress={() => void unlock.send({})}>
              {t('preview.unlock')}
            </Button>
          ) : null
        }
      >
        {isLocked && mayUnlock ? t('preview.lockedByMe') : sayRefusal(t, session, refusal)}
      </Banner>
      <Fault error={unlock.error} />
      {mayAppeal ? <AppealForm name={name} /> : null}
    </>
  );
}

function sayRefusal(
  t: Words,
  { turnedAway }: SessionIn<'preview'>,
  refusal: NonNullable<SessionIn<'preview'>['refusal']>,
): string {
  if (!turnedAway) return sayError(t, refusal);
  return turnedAway.by === null ? t('lobby.turnedAwayByNobody') : t('lobby.turnedAway', { name: turnedAway.by.name });
}
