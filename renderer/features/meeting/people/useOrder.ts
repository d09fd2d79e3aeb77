import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { useAnnouncer } from '../../../app/announcer.ts';
import { useParley } from '../../../bridge/parley.ts';
import { sayError } from '../../../words/say.ts';
import type { PersonContext } from './personActions.ts';

/** Orders from a menu, which is closed by the time they are answered: a refusal is said and shown, not lost. */
export function useOrder(): PersonContext['send'] {
  const { t } = useTranslation();
  const { bridge } = useParley();
  const { say } = useAnnouncer();
  return useCallback(
    async (route, request, done) => {
      const answer = await bridge.request(route, request);
      if (!answer.ok) say(sayError(t, answer.error), { urgent: true });
      else if (done !== undefined) say(done);
      return answer;
    },
    [bridge, say, t],
  );
}
