import { useTranslation } from 'react-i18next';

import type { RequestState } from '../../bridge/useRequest.ts';
import { Button, type ButtonProps } from '../../ui/Button.tsx';
import type { WayBackView } from './useWayBack.ts';

interface RejoinButtonProps extends Pick<ButtonProps, 'look' | 'size' | 'autoFocus'> {
  readonly wayBack: WayBackView;
  readonly rejoin: RequestState<'session:rejoin'>;
  readonly open: RequestState<'session:reopen'>;
  readonly place: Parameters<RequestState<'session:reopen'>['send']>[0];
}

/** The way back: at once where it would be let in; by the preview where the lock is mine to lift; else none. */
export function RejoinButton({ wayBack, rejoin, open, place, ...look }: RejoinButtonProps) {
  const { t } = useTranslation();
  if (wayBack.offered) {
    return (
      <Button {...look} isPending={rejoin.pending} onPress={() => void rejoin.send({})}>
        {t('common.rejoin')}
      </Button>
    );
  }
  if (!wayBack.mayUnlock) return null;
  return (
    <Button {...look} isPending={open.pending} onPress={() => void open.send(place)}>
      {t('home.open')}
    </Button>
  );
}
