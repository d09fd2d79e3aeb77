import { MicOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { others } from '#meeting/room/selectors.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useAnnouncer } from '../../../app/announcer.ts';
import { useRequest } from '../../../bridge/useRequest.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Fault } from '../../../ui/Fault.tsx';
import { useMay } from '../useMay.ts';

/** For whoever may mute: all microphones off at once, after a second step. */
export function MuteEveryone({ session }: { readonly session: SessionIn<'joined' | 'reconnecting'> }) {
  const { t } = useTranslation();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  if (!may('mute') || others(session.room, session.me).length === 0) return null;
  return (
    <>
      <Button size="small" icon={<MicOff size={16} />} onPress={() => setAsking(true)}>
        {t('people.muteAll.button')}
      </Button>
      {asking ? <MuteEveryoneDialog onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function MuteEveryoneDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const mute = useRequest('room:mute');
  const confirm = async (): Promise<void> => {
    const muted = await mute.send({ participant: 'all', media: ['microphone'] });
    if (!muted.ok) return;
    say(t('people.muteAll.done'));
    onClose();
  };
  return (
    <Dialog
      icon={<MicOff size={20} />}
      title={t('people.muteAll.title')}
      lead={t('people.muteAll.text')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isPending={mute.pending} onPress={() => void confirm()}>
            {t('people.muteAll.button')}
          </Button>
        </>
      }
    >
      <Fault error={mute.error} />
    </Dialog>
  );
}
