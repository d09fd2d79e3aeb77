import { clsx } from 'clsx';
import { SignalHigh, SignalLow, SignalMedium } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { ParticipantId } from '#protocol/ids.ts';

import { Mark } from '../../ui/Mark.tsx';
import styles from './QualityMark.module.css';
import { useGrade } from './useGrade.ts';

const ICONS = { good: SignalHigh, fair: SignalMedium, poor: SignalLow } as const;

interface QualityMarkProps {
  readonly participant: ParticipantId;
  /** Only where something is to be wished for. */
  readonly quiet?: boolean;
  readonly size: number;
}

/** How well the link to somebody carries; nothing while there is none. */
export function QualityMark({ participant, quiet = false, size }: QualityMarkProps) {
  const { t } = useTranslation();
  const grade = useGrade(participant);
  if (grade === null || (quiet && grade === 'good')) return null;
  const Icon = ICONS[grade];
  return (
    <Mark label={t(`quality.mark.${grade}`)} className={clsx(styles[grade])}>
      <Icon size={size} />
    </Mark>
  );
}
