import { clsx } from 'clsx';
import { Settings2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';

import { type ChoiceList, choicesSection } from './choicesSection.tsx';
import styles from './Menu.module.css';

interface ChoicesMenuProps {
  readonly lists: readonly ChoiceList[];
  /** What else there is to do, below the lists. */
  readonly more?: { readonly label: string; readonly onAction: () => void };
  /** The button that opens it. */
  readonly children: ReactElement;
}

/** A button that opens lists of which one each is chosen. */
export function ChoicesMenu({ lists, more, children }: ChoicesMenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={clsx(styles.popover)} offset={8}>
        <AriaMenu className={clsx(styles.menu)}>
          {lists.map((list) => choicesSection(list))}
          {more ? (
            <MenuSection aria-label={more.label} className={clsx(styles.group)}>
              <MenuItem id="more" textValue={more.label} onAction={more.onAction} className={clsx(styles.item)}>
                <Settings2 size={16} />
                {more.label}
              </MenuItem>
            </MenuSection>
          ) : null}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
