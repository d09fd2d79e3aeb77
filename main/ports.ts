import type { Millis } from '#protocol/ids.ts';
import type { PushName, Pushes } from '#protocol/ipc/contract.ts';

/** Time, passed in so that tests own it. */
export interface Clock {
  /** Milliseconds since the epoch, on this machine. */
  now(): Millis;
  /** Runs `task` once after `ms`; the returned function cancels it. */
  schedule(ms: number, task: () => void): () => void;
}

/** One line per meaningful transition. Never given a token, key, SDP, address, path of a person, or name. */
export type Log = (what: string, fields?: Readonly<Record<string, string | number | boolean>>) => void;

/** The page as main sees it: something to push to, which can be lost and brought back. */
export interface PagePort {
  push<Name extends PushName>(channel: Name, payload: Pushes[Name]): void;
  /** A press of the person's, which the page may answer by opening a screen: theirs may be half a minute ago. */
  grantGesture(): void;
  /** Ends the page's process, and with it every open device and peer link, then loads the page again. */
  restart(): void;
}

/** The main window. */
export interface WindowPort {
  /** Somebody could be looking at it: shown and not minimised. */
  readonly visible: boolean;
  /** Brings it to the front, from wherever it is. */
  show(): void;
  hide(): void;
  minimize(): void;
}

export interface TrayView {
  readonly icon: 'idle' | 'meeting' | 'muted';
  readonly tooltip: string;
  readonly items: readonly TrayItem[];
}

export interface TrayItem {
  readonly id: 'microphone' | 'camera' | 'share' | 'leave' | 'show' | 'quit';
  readonly label: string;
  readonly enabled: boolean;
}

export interface TrayPort {
  show(view: TrayView): void;
  destroy(): void;
}

export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

export interface NotificationPort {
  /** `action`: a button in it, on desktops that have such. */
  show(
    text: NotificationText,
    onClick: () => void,
    action?: { readonly label: string; readonly run: () => void },
  ): void;
}

/** What the system starts at login. */
export interface AutostartPort {
  isOn(): boolean;
  /** False where it could not be kept. */
  set(on: boolean): boolean;
}

/** Keys that the system hands over whichever program is in front. */
export interface ShortcutPort {
  /** False where another program holds them, or this system does not have them. */
  register(keys: string, onPress: () => void): boolean;
  unregister(keys: string): void;
}

/** `machine`: it does not go to sleep, though its display may; `display`: neither does. */
export type Wakefulness = 'machine' | 'display';

export interface PowerPort {
  /** Keeps it awake until the returned function is called. */
  keepAwake(what: Wakefulness): () => void;
}

/** Files that a person looks at. */
export interface FilesPort {
  /** Shows the folder of the logs in the desktop's file manager; false where nothing can. */
  openLogs(): Promise<boolean>;
  /** Of the log, oldest first. */
  lastLogLines(most: number): readonly string[];
  /** Writes a new file into the downloads, shows it there and answers with its path; null where it can't be written. */
  saveDownload(name: string, text: string): Promise<string | null>;
}

/** What a person keeps where they like. */
export interface SavingPort {
  /** Where they want a file of about that name, asked by the system's own dialog; null: nowhere. */
  choose(name: string): Promise<string | null>;
  /** As UTF-8, over what is there; false where it can't be written. */
  write(path: string, text: string): Promise<boolean>;
}

/** The system's file manager. */
export interface FolderPort {
  /** Where files from others go. */
  downloads(): string;
  /** Shows where a file lies and opens nothing; false where it is not there any more. */
  show(path: string): boolean;
}

/** The system's browser. */
export interface BrowserPort {
  /** Shows a page of the web there; false where nothing can. */
  open(url: string): Promise<boolean>;
}

/** Files beside the settings, by what is in them. */
export interface KeptFiles {
  /** On the disk, all of them together. */
  bytes(kind: 'logs' | 'hosting' | 'receipts' | 'set-aside'): number;
  /** False where one of them could not be deleted. */
  remove(kind: 'logs' | 'hosting' | 'set-aside'): boolean;
}

/** What the desktop does with recordings. */
export interface RecordingPort {
  /** Where they are kept unless somebody chose another folder. */
  readonly defaultFolder: string;
  reveal(file: string): void;
  /** Null where nothing was chosen. */
  chooseFolder(from: string): Promise<string | null>;
}

export interface ClipboardPort {
  writeText(text: string): void;
}

/** The system's own encryption for this person's files. */
export interface Vault {
  /** False where what it makes could be read by anybody: nothing secret may then be written. */
  readonly available: boolean;
  /** Base64; null where it can't. */
  seal(text: string): string | null;
  /** Null where it can't be opened: another person's, another machine's, or damaged. */
  open(sealed: string): string | null;
}
