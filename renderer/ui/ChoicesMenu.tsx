import { clsx } from 'clsx';
import { Check, Settings2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';

import styles from './Menu.module.css';
import type { MenuChoice } from './Menu.tsx';

export interface ChoiceList {
  /** No other list of the menu has it. */
  readonly id: string;
  /** Heads the list and names it. */
  readonly label: string;
  readonly choices: readonly MenuChoice[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

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
          {lists.map((list) => (
            <Choices key={list.id} list={list} />
          ))}
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

function Choices({ list: { id: listId, label, choices, selected, onSelect } }: { readonly list: ChoiceList }) {
  // The system's default is a choice of more than one list; a menu wants its keys apart.
  const keyOf = (id: string): string => `${listId} ${id}`;
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[keyOf(selected)]}
      onSelectionChange={(keys) => {
        const chosen = choices.find(({ id }) => keys !== 'all' && keys.has(keyOf(id)));
        if (chosen) onSelect(chosen.id);
      }}
      className={clsx(styles.group)}
    >
      <Header className={clsx(styles.heading)}>{label}</Header>
      {choices.map((choice) => (
        <MenuItem key={choice.id} id={keyOf(choice.id)} textValue={choice.label} className={clsx(styles.item)}>
          <Check size={16} className={clsx(styles.tick)} />
          <span dir="auto">{choice.label}</span>
        </MenuItem>
      ))}
    </MenuSection>
  );
}
