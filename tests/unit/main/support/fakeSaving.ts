import type { SavingPort } from '#main/ports.ts';

/** A disk on which there may be no place, and somebody who may not want to save after all. */
export class FakeSaving implements SavingPort {
  readonly written: { readonly path: string; readonly text: string }[] = [];
  where: string | null = '/home/ana';
  works = true;

  choose(name: string): Promise<string | null> {
    return Promise.resolve(this.where === null ? null : `${this.where}/${name}`);
  }

  write(path: string, text: string): Promise<boolean> {
    if (this.works) this.written.push({ path, text });
    return Promise.resolve(this.works);
  }
}
