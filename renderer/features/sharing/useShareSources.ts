import { useEffect, useState } from 'react';

import type { Result } from '#protocol/errors.ts';
import type { ShareSources } from '#protocol/ipc/share.ts';

import { useParley } from '../../bridge/parley.ts';

/** Milliseconds between two looks at the desktop: windows come and go, and their pictures with them. */
const LOOK_MS = 1_500;

/** What could be shared, looked at again and again for as long as it is used; null until the first answer. */
export function useShareSources(): Result<ShareSources> | null {
  const { bridge } = useParley();
  const [answer, setAnswer] = useState<Result<ShareSources> | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let isOver = false;
    const look = async (): Promise<void> => {
      const found = await bridge.request('share:sources', {});
      if (isOver) return;
      setAnswer(found);
      timer = setTimeout(() => void look(), LOOK_MS);
    };
    void look();
    return () => {
      isOver = true;
      if (timer !== null) clearTimeout(timer);
    };
  }, [bridge]);
  return answer;
}
