import { Notification } from 'electron';

import type { Log, NotificationPort } from '../ports.ts';

/** The desktop's notifications; kept from being collected as garbage before they are clicked or gone. */
export function createNotifications(icon: string, log: Log): NotificationPort {
  const open = new Set<Notification>();
  return {
    show({ title, body }, onClick) {
      if (!Notification.isSupported()) {
        log('notification-unsupported');
        return;
      }
      const notification = new Notification({ title, body, icon });
      const forget = (): void => void open.delete(notification);
      notification.on('click', () => {
        forget();
        onClick();
      });
      notification.on('close', forget);
      notification.on('failed', () => {
        forget();
        log('notification-failed');
      });
      open.add(notification);
      notification.show();
    },
  };
}
