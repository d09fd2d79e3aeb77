import { Notification, type NotificationConstructorOptions } from 'electron';

import type { Log, NotificationPort } from '../ports.ts';

/** The desktop's notifications; kept from being collected as garbage before they are clicked or gone. */
export function createNotifications(icon: string, log: Log): NotificationPort {
  const open = new Set<Notification>();
  return {
    show({ title, body }, onClick, action) {
      if (!Notification.isSupported()) {
        log('notification-unsupported');
        return;
      }
      const notification = new Notification({ title, body, icon, ...buttons(action) });
      const forget = (): void => void open.delete(notification);
      notification.on('click', () => {
        forget();
        onClick();
      });
      notification.on('action', () => {
        forget();
        action?.run();
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

/** Linux and older versions show none: there a click on the notification leads to the same place. */
function buttons(action: { readonly label: string } | undefined): NotificationConstructorOptions {
  return action === undefined ? {} : { actions: [{ type: 'button', text: action.label }] };
}
