import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

import { useMedia, useSnapshot } from '../../bridge/parley.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { CaptureControl } from './CaptureControl.tsx';
import styles from './SelfView.module.css';
import { SelfVideo } from './SelfVideo.tsx';
import { useCapture } from './useCapture.ts';

/** How the others will see me, as in a mirror, with the switches for microphone and camera. Dark in both themes. */
export function SelfView({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const video = useMedia((view) => view.local.video);
  const { starting } = useCapture('camera');
  const { settings } = useSnapshot();
  return (
    <section data-theme="dark" aria-label={t('preview.selfView')} className={clsx(styles.self)}>
      {video ? (
        <SelfVideo stream={video} className={clsx(styles.video)} />
      ) : (
        <div className={clsx(styles.off)}>
          <Avatar fill name={name || settings.displayName || '?'} identity={name} />
          <p>{t(starting ? 'preview.cameraStarting' : 'preview.cameraOff')}</p>
        </div>
      )}
      <div className={clsx(styles.controls)}>
        <CaptureControl kind="microphone" />
        <CaptureControl kind="camera" />
      </div>
    </section>
  );
}
