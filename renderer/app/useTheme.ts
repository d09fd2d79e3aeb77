import { useLayoutEffect } from 'react';

import type { Theme } from '#protocol/ipc/snapshot.ts';

const DARK = '(prefers-color-scheme: dark)';

function put(dark: boolean): void {
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

/** Puts the system's theme on the document, for the moment before main has told which one is wanted. */
export function beginWithSystemTheme(): void {
  put(matchMedia(DARK).matches);
}

/** Puts the chosen theme on the document, following the system's where that was chosen. */
export function useTheme(theme: Theme): void {
  useLayoutEffect(() => {
    const system = matchMedia(DARK);
    const follow = (): void => put(theme === 'dark' || (theme === 'system' && system.matches));
    follow();
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, [theme]);
}
