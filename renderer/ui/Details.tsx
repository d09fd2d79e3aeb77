import { clsx } from 'clsx';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';

import styles from './Details.module.css';

interface DetailsProps {
  readonly label: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** What can be done with them. */
  readonly action?: ReactNode;
}

/** Codes and times for whoever reports a problem, folded away for everybody else. */
export function Details({ label, facts, action }: DetailsProps) {
  return (
    <Disclosure className={clsx(styles.details)}>
      <Button slot="trigger" className={clsx(styles.trigger)}>
        <ChevronRight size={16} className={clsx(styles.chevron)} />
        {label}
      </Button>
      <DisclosurePanel>
        <dl className={clsx(styles.facts)}>
          {facts.map((fact) => (
            <FactRow key={fact.name} {...fact} />
          ))}
        </dl>
        {action ? <div className={clsx(styles.action)}>{action}</div> : null}
      </DisclosurePanel>
    </Disclosure>
  );
}

function FactRow({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </>
  );
}
