import { clsx } from 'clsx';
import { AppWindow, Monitor } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { ShareSource } from '#protocol/ipc/share.ts';

import styles from './SharePicker.module.css';

interface SourceGridProps {
  readonly label: string;
  readonly sources: readonly ShareSource[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** Screens or windows as they look right now, one of which can be chosen, with the arrow keys too. */
export function SourceGrid({ label, sources, chosen, onChoose }: SourceGridProps) {
  return (
    <RadioGroup aria-label={label} value={chosen} onChange={onChoose} className={clsx(styles.grid)}>
      {sources.map((source) => (
        <Radio key={source.id} value={source.id} aria-label={source.name} className={clsx(styles.source)}>
          <Picture source={source} />
          <span className={clsx(styles.caption)}>
            {source.icon === null ? null : <img src={source.icon} alt="" className={clsx(styles.icon)} />}
            <span dir="auto" className={clsx(styles.name)}>
              {source.name}
            </span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

function Picture({ source: { kind, thumbnail } }: { readonly source: ShareSource }) {
  const { t } = useTranslation();
  if (thumbnail !== null) return <img src={thumbnail} alt="" className={clsx(styles.picture)} />;
  const Icon = kind === 'screen' ? Monitor : AppWindow;
  return (
    <span className={clsx(styles.picture, styles.none)}>
      <Icon size={28} aria-hidden="true" />
      {t('sharing.picker.noPicture')}
    </span>
  );
}
