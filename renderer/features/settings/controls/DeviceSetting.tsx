import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { useMedia, useSnapshot } from '../../../bridge/parley.ts';
import { DEFAULT_DEVICE, deviceChoices, DeviceMenu } from '../../capture/DeviceMenu.tsx';
import type { DeviceKind } from '../../capture/useCapture.ts';
import type { RowWords } from '../section.ts';
import styles from './DeviceSetting.module.css';

/** A control that shows which device is used, and changes it. */
export function deviceFor(kind: DeviceKind) {
  return function DeviceSetting({ title }: RowWords) {
    const { t } = useTranslation();
    const devices = useMedia((view) => (kind === 'microphone' ? view.microphones : view.cameras));
    const id = useSnapshot().capture[kind].deviceId ?? DEFAULT_DEVICE;
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
