import type { i18n } from 'i18next';
import { useCallback, useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';

import type { LoadCatalogue } from '#languages/catalogues.ts';

import { type Parley, ParleyContext } from '../bridge/parley.ts';
import { AnnouncerContext, createAnnouncer } from './announcer.ts';
import { App } from './App.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Speaking } from './Speaking.tsx';

interface RootProps {
  readonly parley: Parley;
  readonly words: i18n;
  /** Where other languages come from; absent: from the app itself. */
  readonly load?: LoadCatalogue | undefined;
  /** Told of a fault in drawing. */
  readonly onError: (error: unknown, where: string) => void;
}

/** The app with everything that it stands on. */
export function Root({ parley, words, load, onError }: RootProps) {
  const announcer = useMemo(() => createAnnouncer(), []);
  const onUnspoken = useCallback((error: unknown) => onError(error, 'language'), [onError]);
  return (
    <I18nextProvider i18n={words}>
      <ParleyContext value={parley}>
        <AnnouncerContext value={announcer}>
          <Speaking words={words} load={load} onError={onUnspoken}>
            <ErrorBoundary onError={onError}>
              <App />
            </ErrorBoundary>
          </Speaking>
        </AnnouncerContext>
      </ParleyContext>
    </I18nextProvider>
  );
}
