import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useMedia, useParley, useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import type { DeviceChoice } from '../../media/contract.ts';
import { ChoicesMenu } from '../../ui/ChoicesMenu.tsx';
import type { ChoiceList } from '../../ui/choicesSection.tsx';
import type { Words } from '../../words/words.ts';
import { useOpenSettings } from '../settings/settingsDoor.ts';
import type { DeviceKind } from './useCapture.ts';

/** What can be chosen; of the speaker nothing is captured. */
export type ChosenKind = DeviceKind | 'speaker';

/** What a browser itself lists as the default device; it stands as ours at the top instead. */
export const DEFAULT_DEVICE = 'default';

/** The devices to choose from, the system's default first. A device without a name yet is numbered. */
export function deviceChoices(t: Words, kind: ChosenKind, devices: readonly DeviceChoice[]): ChoiceList['choices'] {
  const named = devices
    .filter(({ id }) => id !== DEFAULT_DEVICE && id !== '')
    .map(({ id, label }, index) => ({
      id,
      label: label === '' ? t('preview.unnamedDevice', { kind: t(`devices.${kind}`), number: index + 1 }) : label,
    }));
  return [{ id: DEFAULT_DEVICE, label: t('preview.defaultDevice') }, ...named];
}

/** One kind of device to choose from. One that is chosen and not there is not in the list: its substitute is the default. */
export function useDeviceList(kind: ChosenKind): ChoiceList {
  const { t } = useTranslation();
  const devices = useMedia((view) => view[`${kind}s`]);
  const { capture, settings } = useSnapshot();
  const { send } = useRequest('capture:choose');
  const { engine } = useParley();
  useEffect(() => engine.findDevices(), [engine]);
  const chosen = kind === 'speaker' ? settings.speakerId : capture[kind].deviceId;
  return {
    id: kind,
    label: t(`devices.${kind}`),
    choices: deviceChoices(t, kind, devices),
    selected: devices.some(({ id }) => id === chosen) ? (chosen ?? DEFAULT_DEVICE) : DEFAULT_DEVICE,
    onSelect: (id) => void send({ kind, deviceId: id === DEFAULT_DEVICE ? null : id }),
  };
}

/** What becomes of what is behind me. */
function useBackgroundList(): ChoiceList {
  const { t } = useTranslation();
  const { settings } = useSnapshot();
  const { send } = useRequest('settings:change');
  return {
    id: 'background',
    label: t('devices.background'),
    choices: (['plain', 'blurred'] as const).map((id) => ({ id, label: t(`devices.backgrounds.${id}`) })),
    selected: settings.backgroundBlur ? 'blurred' : 'plain',
    onSelect: (id) => void send({ backgroundBlur: id === 'blurred' }),
  };
}

interface DeviceMenuProps {
  readonly kind: ChosenKind;
  /** In the settings, where there is a menu for each kind and no way to them. */
  readonly isInSettings?: boolean;
  /** The button that opens it. */
  readonly children: ReactElement;
}

/** The microphones, and with them the speakers, because a headset is both; or the cameras and what they show. */
export function DeviceMenu({ kind, isInSettings = false, children }: DeviceMenuProps) {
  const { t } = useTranslation();
  const own = useDeviceList(kind);
  const speakers = useDeviceList('speaker');
  const background = useBackgroundList();
  const openSettings = useOpenSettings();
  if (isInSettings) return <ChoicesMenu lists={[own]}>{children}</ChoicesMenu>;
  return (
    <ChoicesMenu
      lists={kind === 'microphone' ? [own, speakers] : [own, background]}
      more={{ label: t('preview.deviceSettings'), onAction: () => openSettings('devices') }}
    >
      {children}
    </ChoicesMenu>
  );
}
