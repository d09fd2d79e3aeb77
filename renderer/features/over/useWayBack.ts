import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { mayHaveWayBack, offersRejoin } from '#meeting/session/exit.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useParley } from '../../bridge/parley.ts';
import { sayWayBack } from './sayExit.ts';

export interface WayBackView {
  /** Coming back would be let in, as far as is known. */
  readonly offered: boolean;
  /** Why not, or as what; null where there is nothing to say. */
  readonly words: string | null;
  /** It is locked, and I may lift the lock in the preview. */
  readonly mayUnlock: boolean;
}

/** The way back after a stay, asked anew whenever the window is looked at again. */
export function useWayBack(session: SessionIn<'over'>): WayBackView {
  const { t } = useTranslation();
  const { bridge } = useParley();
  const asks = mayHaveWayBack(session.exit);
  useEffect(() => {
    if (!asks) return undefined;
    const ask = (): void => void bridge.request('session:ask-way-back', {});
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  }, [asks, bridge]);
  return {
    offered: offersRejoin(session),
    words: sayWayBack(t, session),
    mayUnlock: session.wayBack?.mayUnlock === true,
  };
}
