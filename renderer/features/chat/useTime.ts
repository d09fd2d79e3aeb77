import { useMemo } from 'react';
import { useLocale } from 'react-aria-components';

import type { Millis } from '#protocol/ids.ts';
import type { SessionIn } from '#protocol/session.ts';

/** A time of the server's as this machine's clock shows it, in the language of the app. */
export function useTime({ clockOffset }: SessionIn<'joined' | 'reconnecting'>): (at: Millis) => string {
  const { locale } = useLocale();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
    return (at) => format.format(at - clockOffset);
  }, [clockOffset, locale]);
}
