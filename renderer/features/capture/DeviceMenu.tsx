import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

import { useMedia, useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import type { DeviceChoice } from '../../media/contract.ts';
import { ChoiceMenu, type MenuChoice } from '../../ui/Menu.tsx';
import type { Words } from '../../words/words.ts';
import type { DeviceKind } from './useCapture.ts';

/** What a browser itself lists as the default device; it stands as ours at the top instead. */
const DEFAULT = 'default';

/** The devices to choose from, the system's default first. A device without a name yet is numbered. */
export function deviceChoices(t: Words, kind: DeviceKind, devices: readonly DeviceChoice[]): readonly MenuChoice[] {
  const named = devices
    .filter(({ id }) => id !== DEFAULT && id !== '')
    .map(({ id, label }, index) => ({
      id,
      label: label === '' ? t('preview.unnamedDevice', { kind: t(`preview.${kind}`), number: index + 1 }) : label,
    }));
  return [{ id: DEFAULT, label: t('preview.defaultDevice') }, ...named];
}

interface DeviceMenuProps {
  readonly kind: DeviceKind;
  readonly children: ReactElement;
}

/** A button that opens the list of microphones or cameras. */
export function DeviceMenu({ kind, children }: DeviceMenuProps) {
  const { t } = useTranslation();
  const devices = useMedia((view) => (kind === 'microphone' ? view.microphones : view.cameras));
  const { deviceId } = useSnapshot().capture[kind];
  const { send } = useRequest('capture:choose');
  return (
    <ChoiceMenu
      label={t(`preview.${kind}`)}
      choices={deviceChoices(t, kind, devices)}
      selected={deviceId ?? DEFAULT}
      onSelect={(id) => void send({ kind, deviceId: id === DEFAULT ? null : id })}
    >
      {children}
    </ChoiceMenu>
  );
}
