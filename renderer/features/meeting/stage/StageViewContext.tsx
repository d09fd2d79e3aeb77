import { createContext, type Dispatch, type ReactNode, useContext, useEffect, useMemo, useReducer } from 'react';

import type { SessionIn } from '#protocol/session.ts';

import { stageItems } from './items.ts';
import { FIRST_VIEW, nextView, type StageAct, type StageView } from './stageView.ts';

export interface StageViewHold {
  readonly view: StageView;
  readonly act: Dispatch<StageAct>;
}

const StageViewContext = createContext<StageViewHold | null>(null);

interface StageViewProviderProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly children: ReactNode;
}

/** Keeps how I look at the meeting for as long as I am in it, for the stage and for the menus that change it. */
export function StageViewProvider({ session, children }: StageViewProviderProps) {
  const [view, act] = useReducer(nextView, FIRST_VIEW);
  const { room, me } = session;
  useEffect(() => {
    act({ do: 'forget', present: new Set(stageItems(room, me).map(({ key }) => key)) });
  }, [room, me]);
  const hold = useMemo(() => ({ view, act }), [view]);
  return <StageViewContext value={hold}>{children}</StageViewContext>;
}

export function useStageView(): StageViewHold {
  const hold = useContext(StageViewContext);
  if (!hold) throw new Error('StageViewContext is missing');
  return hold;
}
