import type { i18n } from 'i18next';
import { useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';

import { type Parley, ParleyContext } from '../bridge/parley.ts';
import { AnnouncerContext, createAnnouncer } from './announcer.ts';
import { App } from './App.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';

interface RootProps {
  readonly parley: Parley;
  readonly words: i18n;
  /** Told of a fault in drawing. */
  readonly onError: (error: unknown, where: string) => void;
}

/** The app with everything that it stands on. */
export function Root({ parley, words, onError }: RootProps) {
  const announcer = useMemo(() => createAnnouncer(), []);
  return (
    <I18nextProvider i18n={words}>
      <I18nProvider locale={words.language}>
        <ParleyContext value={parley}>
          <AnnouncerContext value={announcer}>
            <ErrorBoundary onError={onError}>
              <App />
            </ErrorBoundary>
          </AnnouncerContext>
        </ParleyContext>
      </I18nProvider>
    </I18nextProvider>
  );
}
