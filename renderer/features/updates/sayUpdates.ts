import type { Updates } from '#protocol/ipc/updates.ts';

import type { Words } from '../../words/words.ts';

/** How it stands with newer versions, in one sentence. */
export function sayUpdates(t: Words, updates: Updates): string {
  switch (updates.state) {
    case 'off':
      return t(`desktop.updates.off.${updates.why}`);
    case 'idle':
      return t(updates.checkedAt === null ? 'desktop.updates.state.idle' : 'desktop.updates.state.current');
    case 'checking':
      return t('desktop.updates.state.checking');
    case 'downloading':
      return t('desktop.updates.state.downloading', { version: updates.version, percent: updates.percent });
    case 'ready':
      return t(`desktop.updates.state.${updates.onQuit ? 'readyOnQuit' : 'ready'}`, { version: updates.version });
    case 'failed':
      return t(`desktop.updates.failed.${updates.why}`);
  }
}
