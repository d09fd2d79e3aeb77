import { clsx } from 'clsx';
import { Hand } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Mark } from '../../ui/Mark.tsx';
import styles from './HandMark.module.css';

interface HandMarkProps {
  /** In the order to speak in, from 1. */
  readonly place: number;
  /** Over a picture. */
  readonly floating?: boolean;
}

/** A hand is up, and which in line. */
export function HandMark({ place, floating = false }: HandMarkProps) {
  const { t } = useTranslation();
  return (
    <Mark label={t('hands.mark', { place })} className={clsx(styles.mark, floating && styles.floating)}>
      <Hand size={14} />
      <span aria-hidden="true">{place}</span>
    </Mark>
  );
}
