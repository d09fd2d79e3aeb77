import type { NotificationPort, NotificationText, WindowPort } from '../ports.ts';

/** What can be done about it at once, where the desktop shows buttons in notifications. */
export interface NotificationAction {
  readonly label: string;
  readonly run: () => void;
}

/** Tells something to whoever has no window to look at: who sees the window reads it there. */
export interface TellUnseen {
  /**
   * Answers whether it was told. A click brings the window, then does what `then` says.
   */
  (text: NotificationText, then?: () => void, action?: NotificationAction): boolean;
}

export function createTellUnseen(parts: {
  readonly window: WindowPort;
  readonly notifications: NotificationPort;
}): TellUnseen {
  const { window, notifications } = parts;
  return (text, then, action) => {
    if (window.visible) return false;
    const onClick = (): void => {
      window.show();
      then?.();
    };
    notifications.show(text, onClick, action);
    return true;
  };
}
