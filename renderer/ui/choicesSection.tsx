import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { Header, MenuItem, MenuSection } from 'react-aria-components';

import styles from './Menu.module.css';

/** Choices of which one is taken. */
export interface ChoiceList<Id extends string = string> {
  /** No other list of the menu has it. */
  readonly id: string;
  /** Heads the list and names it. */
  readonly label: string;
  readonly choices: readonly { readonly id: Id; readonly label: string }[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/** The list as a section of a menu. Called and not rendered: a menu looks for its sections among its own children. */
export function choicesSection<Id extends string>({ id, label, choices, selected, onSelect }: ChoiceList<Id>) {
  // The system's default is a choice of more than one list; a menu wants its keys apart.
  const keyOf = (choice: Id): string => `${id} ${choice}`;
  return (
    <MenuSection
      key={id}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[keyOf(selected)]}
      onSelectionChange={(keys) => {
        const chosen = choices.find((choice) => keys !== 'all' && keys.has(keyOf(choice.id)));
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
