import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { successors } from '#meeting/session/handOver.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { Session } from '#protocol/session.ts';

import { Choice } from '../../ui/Choice.tsx';

const NOBODY = 'nobody';

interface Heir {
  /** What to send with the leave: nobody by sending nothing. */
  readonly answer: { readonly handOverTo?: ParticipantId };
  /** The question; null where leaving makes nobody host. */
  readonly question: React.ReactNode;
}

/** Who is host after me, proposed as whoever has been here longest. Whoever was chosen may have gone since. */
export function useHeir(session: Session): Heir {
  const { t } = useTranslation();
  const heirs = successors(session);
  const [chosen, setChosen] = useState<string | null>(null);
  const heir = chosen === NOBODY ? undefined : (heirs.find(({ id }) => id === chosen) ?? heirs[0]);
  return {
    answer: heir === undefined ? {} : { handOverTo: heir.id },
    question:
      heirs.length === 0 ? null : (
        <Choice
          label={t('switching.heir')}
          value={heir?.id ?? NOBODY}
          options={[
            ...heirs.map(({ id, name }) => ({ value: String(id), label: name })),
            { value: NOBODY, label: t('switching.nobody') },
          ]}
          onChange={setChosen}
        />
      ),
  };
}
