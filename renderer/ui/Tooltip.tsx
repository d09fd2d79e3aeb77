import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';

import type { Shortcut } from './shortcuts.ts';
import { keyCaps } from './shortcuts.ts';
import styles from './Tooltip.module.css';

export function Keys({ shortcut }: { readonly shortcut: Shortcut }) {
  return <KeyCaps caps={keyCaps(shortcut)} />;
}

/** Keys as they are printed on a keyboard, in the order in which they are pressed. */
export function KeyCaps({ caps }: { readonly caps: readonly string[] }) {
  return (
    <span className={clsx(styles.keys)}>
      {caps.map((cap) => (
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
