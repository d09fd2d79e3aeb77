import type { i18n } from 'i18next';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';

import { loadCatalogue, type LoadCatalogue } from '#languages/catalogues.ts';
import { learn } from '#languages/words.ts';
import type { SpokenLanguage } from '#protocol/language.ts';

import { useMaybeSnapshot } from '../bridge/parley.ts';
import { Starting } from './Starting.tsx';

interface SpeakingProps {
  readonly words: i18n;
  readonly load?: LoadCatalogue | undefined;
  /** Told where a language could not be loaded; English is spoken then. */
  readonly onError: (error: unknown) => void;
  readonly children: ReactNode;
}

const ENGLISH: SpokenLanguage = { tag: 'en', locale: 'en' };

/**
 * Draws the app in the language that main says. At the start nothing is shown before its words are there; later, what
 * is shown stays as it is until they are.
 */
export function Speaking({ words, load = loadCatalogue, onError, children }: SpeakingProps) {
  const wanted = useMaybeSnapshot()?.language ?? null;
  const [spoken, setSpoken] = useState<SpokenLanguage | null>(null);
  const tag = wanted?.tag;
  const locale = wanted?.locale;
  useEffect(() => {
    if (tag === undefined || locale === undefined) return undefined;
    let isPast = false;
    const speak = async (language: SpokenLanguage): Promise<void> => {
      await learn(words, language.tag, load);
      if (isPast) return;
      await words.changeLanguage(language.tag);
      setSpoken(language);
    };
    speak({ tag, locale }).catch((error: unknown) => {
      onError(error);
      return speak(ENGLISH);
    });
    return () => {
      isPast = true;
    };
  }, [words, load, onError, tag, locale]);

  const shown = spoken ?? (wanted?.tag === words.language ? wanted : null);
  useDocumentLanguage(words, shown);
  return (
    <I18nProvider locale={shown?.locale ?? words.language}>
      {wanted !== null && shown === null ? <Starting /> : children}
    </I18nProvider>
  );
}

/** Says it on the document: for screen readers, fonts, hyphens, and which side everything begins at. */
function useDocumentLanguage(words: i18n, spoken: SpokenLanguage | null): void {
  const tag = spoken?.tag ?? 'en';
  useLayoutEffect(() => {
    document.documentElement.lang = tag;
    document.documentElement.dir = words.dir(tag);
  }, [words, tag]);
}
