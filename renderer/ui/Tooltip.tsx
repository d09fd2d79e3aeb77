import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';

import type { Shortcut } from './shortcuts.ts';
import { keyCaps } from './shortcuts.ts';
import styles from './Tooltip.module.css';

export function Keys({ shortcut }: { readonly shortcut: Shortcut }) {
  return (
    <span className={clsx(styles.keys)}>
      {keyCaps(shortcut).map((cap) => (
        <kbd key={cap} className={clsx(styles.key)}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}

interface WithTooltipProps {
  readonly label: string;
  readonly shortcut?: Shortcut | undefined;
  readonly children: ReactElement;
}

/** Names a control in words, with its shortcut, on hover and on keyboard focus. */
export function WithTooltip({ label, shortcut, children }: WithTooltipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      {children}
      <AriaTooltip offset={8} className={clsx(styles.tooltip)}>
        {label}
        {shortcut ? <Keys shortcut={shortcut} /> : null}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
