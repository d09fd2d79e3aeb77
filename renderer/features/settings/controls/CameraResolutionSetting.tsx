import { useTranslation } from 'react-i18next';

import { CameraResolution } from '#protocol/ipc/mediaSettings.ts';

import { Choice } from '../../../ui/Choice.tsx';
import type { RowWords } from '../section.ts';
import { useSettings } from '../useSettings.ts';

/** How many lines the camera is asked for. */
export function CameraResolutionSetting({ title }: RowWords) {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  return (
    <Choice
      row
      label={title}
      value={settings.cameraResolution}
      options={CameraResolution.options.map((value) => ({ value, label: t(`devices.resolutions.${value}`) }))}
      onChange={(cameraResolution) => change({ cameraResolution })}
    />
  );
}
