import { clsx } from 'clsx';

import type { GlobalAction } from '#protocol/ipc/shortcuts.ts';

import { ShortcutSetting } from '../../shortcuts/ShortcutSetting.tsx';
import { TalkKeySetting } from '../../shortcuts/TalkKeySetting.tsx';
import type { RowWords } from '../section.ts';
import { useSettings } from '../useSettings.ts';
import styles from './Line.module.css';

/** A control for keys that work from anywhere on the computer. */
export function globalKeysOf(action: GlobalAction) {
  return function GlobalKeysSetting({ title, description }: RowWords) {
    return <ShortcutSetting label={title} hint={description} action={action} />;
  };
}

/** The key that is held to talk. */
export function HoldToTalkSetting({ title, description }: RowWords) {
  const { settings, change } = useSettings();
  return (
    <div className={clsx(styles.stack)}>
      <TalkKeySetting label={title} value={settings.talkKey} onChange={(talkKey) => change({ talkKey })} />
      <p className={clsx(styles.hint)}>{description}</p>
    </div>
  );
}
