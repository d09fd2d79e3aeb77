import { clsx } from 'clsx';
import { Mic, MicOff, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useMedia } from '../../bridge/parley.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Level } from '../../ui/Level.tsx';
import { sayCaptureProblem } from '../../words/say.ts';
import { useCapture } from '../capture/useCapture.ts';
import styles from './CaptureChecks.module.css';
import { SpeakerTest } from './SpeakerTest.tsx';

/** Whether the microphone hears me, and why a device that is wanted does not work. */
export function CaptureChecks() {
  const { t } = useTranslation();
  const level = useMedia((view) => view.local.audioLevel);
  const microphone = useCapture('microphone').view;
  const camera = useCapture('camera').view;
  const problems = [sayCaptureProblem(t, 'microphone', microphone), sayCaptureProblem(t, 'camera', camera)];
  return (
    <div className={clsx(styles.checks)}>
      <div className={clsx(styles.line)}>
        {microphone.wanted ? <Mic size={18} aria-hidden="true" /> : <MicOff size={18} aria-hidden="true" />}
        {microphone.live ? (
          <div className={clsx(styles.meter)}>
            <Level label={t('preview.level')} value={level} />
          </div>
        ) : null}
        <span>{t(microphone.live ? 'preview.speakToTest' : 'preview.microphoneOff')}</span>
      </div>
      <SpeakerTest />
      {problems.map((problem) =>
        problem === null ? null : (
          <Banner key={problem} role="status" tone="caution" icon={<TriangleAlert size={20} />}>
            {problem}
          </Banner>
        ),
      )}
    </div>
  );
}
