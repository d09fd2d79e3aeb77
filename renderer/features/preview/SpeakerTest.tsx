import { clsx } from 'clsx';
import { Square, Volume2 } from 'lucide-react';
import { ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { useMedia, useParley } from '../../bridge/parley.ts';
import { Button } from '../../ui/Button.tsx';
import checks from './CaptureChecks.module.css';
import styles from './SpeakerTest.module.css';

/** Whether I hear the others: a few notes on the chosen speaker, how far they are, and the way to stop them. */
export function SpeakerTest() {
  const { t } = useTranslation();
  const { engine } = useParley();
  const played = useMedia((view) => view.testSound);
  const isPlaying = played !== null;
  return (
    <div className={clsx(checks.line)}>
      <Volume2 size={18} aria-hidden="true" />
      {isPlaying ? (
        <ProgressBar
          aria-label={t('devices.testing')}
          value={Math.round(played * 100)}
          className={clsx(checks.meter, styles.bar)}
        >
          {({ percentage }) => <span className={clsx(styles.played)} style={{ inlineSize: `${percentage}%` }} />}
        </ProgressBar>
      ) : null}
      <span>{t(isPlaying ? 'devices.testing' : 'devices.testHint')}</span>
      <span className={clsx(styles.button)}>
        <Button
          size="small"
          icon={isPlaying ? <Square size={14} /> : <Volume2 size={14} />}
          onPress={() => (isPlaying ? engine.stopTestSound() : engine.playTestSound())}
        >
          {t(isPlaying ? 'devices.stopTest' : 'devices.testSpeaker')}
        </Button>
      </span>
    </div>
  );
}
