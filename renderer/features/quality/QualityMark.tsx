import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

import type { ParticipantId } from '#protocol/ids.ts';

import { Mark } from '../../ui/Mark.tsx';
import { Bars } from './Bars.tsx';
import styles from './QualityMark.module.css';
import { useGrade } from './useGrade.ts';

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
  return (
    <Mark label={t(`quality.mark.${grade}`)} className={clsx(styles[grade])}>
      <Bars grade={grade} size={size} />
    </Mark>
  );
}
