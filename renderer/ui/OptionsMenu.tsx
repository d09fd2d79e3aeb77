import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';

import { type ChoiceList, choicesSection } from './choicesSection.tsx';
import styles from './Menu.module.css';

/** Something that is on or off. */
export interface OptionSwitch {
  readonly id: string;
  readonly label: string;
  /** What stands on the keys that do the same. */
  readonly keys?: readonly string[];
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

interface OptionsMenuProps<Ids extends readonly string[]> {
  /** Names the list. */
  readonly label: string;
  readonly sections: { readonly [Index in keyof Ids]: ChoiceList<Ids[Index]> };
  readonly switches: readonly OptionSwitch[];
  /** The button that opens it. */
  readonly children: ReactElement;
}

/** A button that opens a list of several things to choose, and of others to switch on and off. It stays open meanwhile. */
export function OptionsMenu<const Ids extends readonly string[]>(props: OptionsMenuProps<Ids>) {
  const { label, sections, switches, children } = props;
  return (
    <MenuTrigger>
      {children}
      <Popover className={clsx(styles.popover)} placement="bottom end" offset={8}>
        <AriaMenu aria-label={label} className={clsx(styles.menu)}>
          {sections.map((section) => choicesSection(section))}
          {switchesOf(label, switches)}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

// Called and not rendered, as choicesSection is.
function switchesOf(label: string, switches: readonly OptionSwitch[]) {
  const on = switches.filter((one) => one.on).map(({ id }) => id);
  return (
    <MenuSection
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={on}
      onSelectionChange={(keys) => {
        for (const one of switches) {
          const next = keys === 'all' || keys.has(one.id);
          if (next !== one.on) one.onSwitch(next);
        }
      }}
      className={clsx(styles.group)}
    >
      {switches.map(({ id, label: words, keys }) => (
        <MenuItem key={id} id={id} textValue={words} className={clsx(styles.item)}>
          <Check size={16} className={clsx(styles.tick)} />
          {words}
          {keys ? <kbd className={clsx(styles.keys)}>{keys.join('+')}</kbd> : null}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
