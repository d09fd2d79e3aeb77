import { clsx } from 'clsx';
import { type ReactElement, type ReactNode, useId, useRef } from 'react';
import {
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type PopoverProps,
} from 'react-aria-components';

import styles from './Menu.module.css';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly danger?: boolean;
  readonly onAction: () => void;
}

/** In groups, with a line between them. */
type MenuGroups = readonly (readonly MenuAction[])[];

interface ActionMenuProps {
  /** Heads the list and names it. */
  readonly label: string;
  /** A function is asked while the menu is open, and only then: for menus of which there are many. */
  readonly groups: MenuGroups | (() => MenuGroups);
  /** Where it opens, if there is room. */
  readonly placement?: NonNullable<PopoverProps['placement']>;
  /** The button that opens it. */
  readonly children: ReactElement;
}

/** A button that opens a list of things to do. */
export function ActionMenu({ label, groups, placement = 'top end', children }: ActionMenuProps) {
  const heading = useId();
  return (
    <MenuTrigger>
      {children}
      <Popover className={clsx(styles.popover)} placement={placement} offset={12}>
        <p id={heading} dir="auto" className={clsx(styles.heading)}>
          {label}
        </p>
        <Actions heading={heading} label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}

/** A component of its own, because what is in a popover that is closed is not drawn. */
function Actions({ heading, label, groups }: Pick<ActionMenuProps, 'label' | 'groups'> & { readonly heading: string }) {
  return (
    <AriaMenu aria-labelledby={heading} className={clsx(styles.menu)}>
      {sectionsOf(typeof groups === 'function' ? groups() : groups, label)}
    </AriaMenu>
  );
}

// Called and not rendered: a menu looks for its sections among its own children.
function sectionsOf(groups: MenuGroups, label: string) {
  return groups
    .filter((group) => group.length > 0)
    .map((group) => (
      <MenuSection key={group[0]?.id} aria-label={label} className={clsx(styles.group)}>
        {group.map((action) => (
          <MenuItem
            key={action.id}
            id={action.id}
            textValue={action.label}
            onAction={action.onAction}
            className={clsx(styles.item, action.danger && styles.danger)}
          >
            {action.icon}
            <span dir="auto">{action.label}</span>
          </MenuItem>
        ))}
      </MenuSection>
    ));
}

interface FloatingMenuProps {
  /** Heads the list and names it. */
  readonly label: string;
  readonly groups: MenuGroups;
  /** What it opens at, and what gets focus back. */
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** A list of things to do that is open for as long as it is on the page: one for many that could open it. */
export function FloatingMenu({ label, groups, anchor, onClose }: FloatingMenuProps) {
  const heading = useId();
  const ref = useRef(anchor);
  return (
    <Popover
      isOpen
      triggerRef={ref}
      onOpenChange={onClose}
      className={clsx(styles.popover)}
      placement="bottom end"
      offset={6}
      aria-labelledby={heading}
    >
      <p id={heading} dir="auto" className={clsx(styles.heading)}>
        {label}
      </p>
      <AriaMenu aria-labelledby={heading} autoFocus="first" onClose={onClose} className={clsx(styles.menu)}>
        {sectionsOf(groups, label)}
      </AriaMenu>
    </Popover>
  );
}
