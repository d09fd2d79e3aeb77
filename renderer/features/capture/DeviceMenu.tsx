import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

import { useMedia, useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import type { DeviceChoice } from '../../media/contract.ts';
import { ChoiceMenu, type MenuChoice } from '../../ui/Menu.tsx';
import type { Words } from '../../words/words.ts';
import { useOpenSettings } from '../settings/settingsDoor.ts';
import type { DeviceKind } from './useCapture.ts';

/** What a browser itself lists as the default device; it stands as ours at the top instead. */
export const DEFAULT_DEVICE = 'default';

/** The devices to choose from, the system's default first. A device without a name yet is numbered. */
export function deviceChoices(t: Words, kind: DeviceKind, devices: readonly DeviceChoice[]): readonly MenuChoice[] {
  const named = devices
    .filter(({ id }) => id !== DEFAULT_DEVICE && id !== '')
    .map(({ id, label }, index) => ({
      id,
      label: label === '' ? t('preview.unnamedDevice', { kind: t(`preview.${kind}`), number: index + 1 }) : label,
    }));
  return [{ id: DEFAULT_DEVICE, label: t('preview.defaultDevice') }, ...named];
}

interface DeviceMenuProps {
  readonly kind: DeviceKind;
  /** In the settings, where there is no way to them. */
  readonly isInSettings?: boolean;
  readonly children: ReactElement;
}

/** A button that opens the list of microphones or cameras. */
export function DeviceMenu({ kind, isInSettings = false, children }: DeviceMenuProps) {
  const { t } = useTranslation();
  const devices = useMedia((view) => (kind === 'microphone' ? view.microphones : view.cameras));
  const { deviceId } = useSnapshot().capture[kind];
  const { send } = useRequest('capture:choose');
  const openSettings = useOpenSettings();
  return (
    <ChoiceMenu
      label={t(`preview.${kind}`)}
      choices={deviceChoices(t, kind, devices)}
      selected={deviceId ?? DEFAULT_DEVICE}
      onSelect={(id) => void send({ kind, deviceId: id === DEFAULT_DEVICE ? null : id })}
      {...(isInSettings
        ? {}
        : { more: { label: t('preview.deviceSettings'), onAction: () => openSettings('devices') } })}
    >
      {children}
    </ChoiceMenu>
  );
}
