import {
  createContext,
  type Dispatch,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef,
} from 'react';

import type { StageLook } from '#protocol/ipc/stageLook.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useParley, useSnapshot } from '../../../bridge/parley.ts';
import { stageItems } from './items.ts';
import { lookOf, nextView, type StageAct, type StageView, viewAs } from './stageView.ts';

export interface StageViewHold {
  readonly view: StageView;
  readonly act: Dispatch<StageAct>;
}

const StageViewContext = createContext<StageViewHold | null>(null);

interface StageViewProviderProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly children: ReactNode;
}

/**
 * Holds how I look at the meeting for as long as I am in it, for the stage and for the menus that change it. It begins as
 * the last one was looked at.
 */
export function StageViewProvider({ session, children }: StageViewProviderProps) {
  const { settings } = useSnapshot();
  const [view, act] = useReducer(nextView, settings.stageLook, viewAs);
  useKeptLook(view);
  const { room, me } = session;
  useEffect(() => {
    act({ do: 'forget', present: new Set(stageItems(room, me).map(({ key }) => key)) });
  }, [room, me]);
  const hold = useMemo(() => ({ view, act }), [view]);
  return <StageViewContext value={hold}>{children}</StageViewContext>;
}

/** What I chose is there in the next meeting too. */
function useKeptLook(view: StageView): void {
  const { bridge } = useParley();
  const look = JSON.stringify(lookOf(view));
  const kept = useRef(look);
  useEffect(() => {
    if (kept.current === look) return;
    kept.current = look;
    void bridge.request('settings:change', { stageLook: JSON.parse(look) as StageLook });
  }, [bridge, look]);
}

export function useStageView(): StageViewHold {
  const hold = useContext(StageViewContext);
  if (!hold) throw new Error('StageViewContext is missing');
  return hold;
}
