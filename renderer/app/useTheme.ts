import { useEffect } from 'react';

import type { Theme } from '#protocol/ipc/snapshot.ts';

/** Puts the chosen theme on the document, following the system's where that was chosen. */
export function useTheme(theme: Theme): void {
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const put = (): void => {
      const dark = theme === 'dark' || (theme === 'system' && system.matches);
      document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    };
    put();
    system.addEventListener('change', put);
    return () => system.removeEventListener('change', put);
  }, [theme]);
}
