import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  window.addEventListener('focus', listener);
  window.addEventListener('blur', listener);
  return () => {
    window.removeEventListener('focus', listener);
    window.removeEventListener('blur', listener);
  };
}

/** Whether somebody has this window before them: what comes meanwhile is read. */
export const useLooked = (): boolean => useSyncExternalStore(subscribe, () => document.hasFocus());
