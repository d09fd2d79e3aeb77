import { clsx } from 'clsx';

import { SHORTCUTS, type ShortcutName } from '../../../ui/shortcuts.ts';
import { Keys } from '../../../ui/Tooltip.tsx';
import type { RowWords } from '../section.ts';
import styles from './Line.module.css';

/** What a shortcut does and its keys, to read. */
export function keysOf(name: ShortcutName) {
  return function KeysSetting({ title }: RowWords) {
    return (
      <p className={clsx(styles.line)}>
        <span>{title}</span>
        <Keys shortcut={SHORTCUTS[name]} />
      </p>
    );
  };
}
