import { useLayoutEffect } from 'react';

import type { SettingsView } from '#protocol/ipc/snapshot.ts';

type Appearance = Pick<SettingsView, 'theme' | 'highContrast' | 'reducedMotion' | 'textSize'>;

/** What the system asks for. */
const SYSTEM = {
  dark: '(prefers-color-scheme: dark)',
  contrast: '(prefers-contrast: more)',
  still: '(prefers-reduced-motion: reduce)',
} as const;

const UNSET: Appearance = { theme: 'system', highContrast: false, reducedMotion: false, textSize: 100 };

const asks = (wish: keyof typeof SYSTEM): boolean => matchMedia(SYSTEM[wish]).matches;

function put({ theme, highContrast, reducedMotion, textSize }: Appearance): void {
  const { dataset, style } = document.documentElement;
  dataset['theme'] = theme === 'dark' || (theme === 'system' && asks('dark')) ? 'dark' : 'light';
  dataset['contrast'] = highContrast || asks('contrast') ? 'more' : 'usual';
  dataset['motion'] = reducedMotion || asks('still') ? 'less' : 'usual';
  // All sizes of text are in rem.
  style.fontSize = textSize === 100 ? '' : `${textSize}%`;
}

/** Puts what the system asks for on the document, for the moment before main has told what is wanted. */
export function beginWithSystemAppearance(): void {
  put(UNSET);
}

/** Puts the chosen theme, contrast, motion and size of text on the document, and follows the system where it asks for more. */
export function useAppearance({ theme, highContrast, reducedMotion, textSize }: Appearance): void {
  useLayoutEffect(() => {
    const follow = (): void => put({ theme, highContrast, reducedMotion, textSize });
    const lists = Object.values(SYSTEM).map((query) => matchMedia(query));
    follow();
    for (const list of lists) list.addEventListener('change', follow);
    return () => {
      for (const list of lists) list.removeEventListener('change', follow);
    };
  }, [theme, highContrast, reducedMotion, textSize]);
}
