import type { LanguageSetting, SpokenLanguage } from '#protocol/language.ts';
import { loadCatalogue, type LoadCatalogue } from '#languages/catalogues.ts';
import { resolveLanguage } from '#languages/resolve.ts';
import { createWords, learn, type Words } from '#languages/words.ts';

/** What main says to people: in the tray, in notifications, in the menu. */
export interface Speech {
  /** Always in the language that is spoken now. */
  readonly t: Words;
  readonly language: SpokenLanguage;
  /** Several things as one would say them: `a, b and c`. */
  list(things: readonly string[]): string;
  /** Settles when the language of this setting is spoken, or English where it can't be; of two at once the last one wins. */
  speak(setting: LanguageSetting): Promise<void>;
}

/** Speaks English until told otherwise. `system` answers with the languages of the desktop, the best liked first. */
export function createSpeech(parts: {
  readonly system: () => readonly string[];
  /** Told of a language that could not be loaded. */
  readonly onFault: (tag: string) => void;
  readonly load?: LoadCatalogue;
}): Speech {
  const { system, onFault, load = loadCatalogue } = parts;
  const words = createWords();
  let language: SpokenLanguage = resolveLanguage('en', system());
  let last: LanguageSetting | null = null;

  const learned = async (wanted: SpokenLanguage): Promise<SpokenLanguage> => {
    try {
      await learn(words, wanted.tag, load);
      return wanted;
    } catch {
      onFault(wanted.tag);
      return resolveLanguage('en', system());
    }
  };
  return {
    t: words.t,
    get language() {
      return language;
    },
    list: (things) => new Intl.ListFormat(language.locale).format(things),
    async speak(setting) {
      last = setting;
      const next = await learned(resolveLanguage(setting, system()));
      if (last !== setting) return;
      await words.changeLanguage(next.tag);
      language = next;
    },
  };
}
