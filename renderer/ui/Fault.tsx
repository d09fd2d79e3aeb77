import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { ParleyError } from '#protocol/errors.ts';

import { sayError } from '../words/say.ts';
import { Banner } from './Banner.tsx';

interface FaultProps {
  readonly error: ParleyError | null;
  /** Other words than the code's own. */
  readonly words?: string | null;
}

/** Why what was just asked for did not happen, and what to do; said at once. Nothing where it did. */
export function Fault({ error, words }: FaultProps) {
  const { t } = useTranslation();
  if (!error || error.code === 'cancelled') return null;
  return (
    <Banner role="alert" tone="caution" icon={<CircleAlert size={20} />}>
      {words ?? sayError(t, error)}
    </Banner>
  );
}
