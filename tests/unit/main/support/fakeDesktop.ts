import { Deferred } from '#client/deferred.ts';
import type { AutostartPort, FilesPort, KeptFiles, ShortcutPort } from '#main/ports.ts';
import type { Outcome, UpdaterPort } from '#main/updates/updates.ts';

/** The keys of the whole computer, of which other programs hold some. */
export class FakeKeyboard implements ShortcutPort {
  readonly held = new Map<string, () => void>();
  readonly taken = new Set<string>();

  register(keys: string, onPress: () => void): boolean {
    if (this.taken.has(keys) || this.held.has(keys)) return false;
    this.held.set(keys, onPress);
    return true;
  }

  unregister(keys: string): void {
    this.held.delete(keys);
  }

  press(keys: string): void {
    this.held.get(keys)?.();
  }
}

/** A desktop whose file manager and downloads can fail. */
export class FakeFiles implements FilesPort {
  readonly saved: { readonly name: string; readonly text: string }[] = [];
  /** How often the logs were opened. */
  opened = 0;
  works = true;
  readonly #lines: () => readonly string[];

  constructor(lines: () => readonly string[]) {
    this.#lines = lines;
  }

  openLogs(): Promise<boolean> {
    if (this.works) this.opened += 1;
    return Promise.resolve(this.works);
  }

  lastLogLines(most: number): readonly string[] {
    return this.#lines().slice(-most);
  }

  saveDownload(name: string, text: string): Promise<string | null> {
    if (this.works) this.saved.push({ name, text });
    return Promise.resolve(this.works ? `/downloads/${name}` : null);
  }
}

/** What the system starts at login. */
export class FakeAutostart implements AutostartPort {
  works = true;
  #on = false;

  isOn(): boolean {
    return this.#on;
  }

  set(on: boolean): boolean {
    if (this.works) this.#on = on;
    return this.works;
  }
}

/** A feed that answers when, and what, a test says. */
export class FakeUpdater implements UpdaterPort {
  readonly off: UpdaterPort['off'];
  /** Looks at the feed so far. */
  looks = 0;
  readonly asked: string[] = [];
  #answer = new Deferred<Outcome>();
  #onProgress: (version: string, percent: number) => void = () => undefined;

  constructor(off: UpdaterPort['off']) {
    this.off = off;
  }

  fetch(onProgress: (version: string, percent: number) => void): Promise<Outcome> {
    this.looks += 1;
    this.#onProgress = onProgress;
    this.#answer = new Deferred();
    return this.#answer.promise;
  }

  progress(version: string, percent: number): void {
    this.#onProgress(version, percent);
  }

  answer(outcome: Outcome): void {
    this.#answer.resolve(outcome);
  }

  installOnQuit(on: boolean): void {
    this.asked.push(on ? 'on-quit' : 'not-on-quit');
  }

  installNow(): void {
    this.asked.push('now');
  }
}

/** Files beside the settings, of a disk that can fail. */
export class FakeKept implements KeptFiles {
  readonly sizes = { logs: 2000, hosting: 0, receipts: 0, 'set-aside': 0 };
  works = true;

  bytes(kind: keyof FakeKept['sizes']): number {
    return this.sizes[kind];
  }

  remove(kind: keyof FakeKept['sizes']): boolean {
    if (this.works) this.sizes[kind] = 0;
    return this.works;
  }
}
