import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { ParticipantId } from '#protocol/ids.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { useStay } from '../../features/meeting/useStay.ts';
import { createReactionBoard, type ReactionBoard } from './reactionBoard.ts';
import { type Heard, sayReactions } from './sayReactions.ts';

/** Milliseconds in which reactions are gathered before they are said: applause is one thing, not fifty. */
const GATHER_MS = 1_500;

/** Shows the reactions of this meeting on a board, and says those of others, all of a moment together. */
export function useReactionNews(me: ParticipantId): ReactionBoard {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const board = useMemo(() => createReactionBoard((ms, task) => void setTimeout(task, ms)), []);
  const heard = useRef<readonly Heard[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const tell = useCallback(() => {
    timer.current = null;
    say(sayReactions(t, heard.current), { shown: false });
    heard.current = [];
  }, [say, t]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  useStay({
    onReacted: (reacted) => {
      board.show(reacted);
      if (reacted.participantId === me) return;
      heard.current = [...heard.current, reacted];
      timer.current ??= setTimeout(tell, GATHER_MS);
    },
  });
  return board;
}
