import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { useMedia, useSnapshot } from '../../../bridge/parley.ts';
import { type ChosenKind, DEFAULT_DEVICE, deviceChoices, DeviceMenu } from '../../capture/DeviceMenu.tsx';
import type { RowWords } from '../section.ts';
import styles from './DeviceSetting.module.css';

/** A control that shows which device is chosen, there or not, and chooses another. */
export function deviceFor(kind: ChosenKind) {
  return function DeviceSetting({ title }: RowWords) {
    const { t } = useTranslation();
    const devices = useMedia((view) => view[`${kind}s`]);
    const { capture, settings } = useSnapshot();
    const id = (kind === 'speaker' ? settings.speakerId : capture[kind].deviceId) ?? DEFAULT_DEVICE;
    const chosen = deviceChoices(t, kind, devices).find((choice) => choice.id === id);
    const label = chosen?.label ?? t('settings.deviceAway');
    return (
      <div className={clsx(styles.device)}>
        <span className={clsx(styles.label)}>{title}</span>
        <DeviceMenu isInSettings kind={kind}>
          <Button aria-label={`${title}: ${label}`} className={clsx(styles.chosen)}>
            <span dir="auto">{label}</span>
            <ChevronDown size={16} />
          </Button>
        </DeviceMenu>
      </div>
    );
  };
}
