import { clsx } from 'clsx';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';

import styles from './Details.module.css';

interface Fact {
  readonly name: string;
  readonly value: string;
}

interface DetailsProps {
  readonly label: string;
  /** Asked for only when somebody wants to see them. */
  readonly facts: () => readonly Fact[];
  /** What can be done with them. */
  readonly action?: ReactNode;
}

/** Codes and times for whoever reports a problem, folded away for everybody else. */
export function Details({ label, facts, action }: DetailsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure isExpanded={isOpen} className={clsx(styles.details)} onExpandedChange={setOpen}>
      <Button slot="trigger" className={clsx(styles.trigger)}>
        <ChevronRight size={16} className={clsx(styles.chevron)} />
        {label}
      </Button>
      <DisclosurePanel>
        {isOpen ? (
          <>
            <dl className={clsx(styles.facts)}>
              {facts().map((fact) => (
                <FactRow key={fact.name} {...fact} />
              ))}
            </dl>
            {action ? <div className={clsx(styles.action)}>{action}</div> : null}
          </>
        ) : null}
      </DisclosurePanel>
    </Disclosure>
  );
}

function FactRow({ name, value }: Fact) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </>
  );
}
