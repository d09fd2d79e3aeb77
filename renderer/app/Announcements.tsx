import { clsx } from 'clsx';
import { useSyncExternalStore } from 'react';

import styles from './Announcements.module.css';
import { useAnnouncer } from './announcer.ts';

/**
 * The two live regions, which are there from the start because screen readers watch only those, and the toasts, which
 * are for eyes alone. Dialogs leave them audible (`data-live-announcer`).
 */
export function Announcements() {
  const announcer = useAnnouncer();
  const said = useSyncExternalStore(announcer.subscribe, announcer.get);
  return (
    <>
      <div data-live-announcer="true" className={clsx(styles.heard)}>
        <div role="log" aria-live="polite" aria-relevant="additions" data-testid="polite">
          {said.map((one) => (one.urgent ? null : <p key={one.id}>{one.text}</p>))}
        </div>
        <div role="log" aria-live="assertive" aria-relevant="additions" data-testid="assertive">
          {said.map((one) => (one.urgent ? <p key={one.id}>{one.text}</p> : null))}
        </div>
      </div>
      <div aria-hidden="true" className={clsx(styles.toasts)}>
        {said.map((one) =>
          one.shown ? (
            <p key={one.id} dir="auto" className={clsx(styles.toast)}>
              {one.text}
            </p>
          ) : null,
        )}
      </div>
    </>
  );
}
