import type { SettingsView } from '#protocol/ipc/snapshot.ts';

import { Switch } from '../../../ui/Switch.tsx';
import type { RowWords } from '../section.ts';
import { useSettings } from '../useSettings.ts';

/** The settings that are on or off. */
type SwitchName = {
  readonly [Name in keyof SettingsView]-?: SettingsView[Name] extends boolean ? Name : never;
}[keyof SettingsView];

/** A control for a setting that is on or off. */
export function switchFor(name: SwitchName) {
  return function SwitchSetting({ title, description }: RowWords) {
    const { settings, change } = useSettings();
    return (
      <Switch
        apart
        label={title}
        {...(description === undefined ? {} : { hint: description })}
        isSelected={settings[name]}
        onChange={(on) => change({ [name]: on })}
      />
    );
  };
}
