import { useEffect, useState, useSyncExternalStore } from 'react';

import type { ParticipantId } from '#protocol/ids.ts';

import { useParley } from '../../bridge/parley.ts';
import { type Grade, myGrade } from '../../media/quality/grade.ts';
import type { LinkRates } from '../../media/quality/rates.ts';

/** How the link to somebody is; null while it is not up, and for myself. */
export function useGrade(participant: ParticipantId): Grade | null {
  const { quality } = useParley().engine;
  return useSyncExternalStore(quality.onGrades, () => quality.grades[participant] ?? null);
}

/** How my own network is, by all that I am linked to. */
export function useMyGrade(): Grade {
  const { quality } = useParley().engine;
  return useSyncExternalStore(quality.onGrades, () => myGrade(Object.values(quality.grades)));
}

/** What the link to somebody does, once a second while the component is there; null until that is known, or no more. */
export function useLinkRates(participant: ParticipantId): LinkRates | null {
  const { quality } = useParley().engine;
  const [rates, setRates] = useState<LinkRates | null>(null);
  useEffect(() => quality.inspect(participant, setRates), [quality, participant]);
  return rates;
}
