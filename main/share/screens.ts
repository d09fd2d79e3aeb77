import type { ShareSource } from '#protocol/ipc/share.ts';

/** A screen or window, and nothing of what it is to the page. */
export interface ChosenScreen {
  readonly id: string;
  readonly name: string;
  /** With the sound of the system. */
  readonly sound: boolean;
}

/** The screens and windows of the desktop. */
export interface ScreensPort {
  /** All of them but our own windows. Throws where the system gives no list. */
  list(): Promise<readonly ShareSource[]>;
  /** The system does not let this app see them. */
  readonly isDenied: boolean;
  /** The sound of the system can be had. */
  readonly hasSound: boolean;
}
