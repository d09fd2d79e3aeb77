import { powerMonitor, powerSaveBlocker } from 'electron';

import type { PowerPort } from '../ports.ts';
import type { SleepWatch } from '../session/sleep.ts';

export const powerPort: PowerPort = {
  keepAwake(what) {
    const id = powerSaveBlocker.start(what === 'display' ? 'prevent-display-sleep' : 'prevent-app-suspension');
    return () => powerSaveBlocker.stop(id);
  },
};

/** The system's sleep; its end, which no app may hold up, is `onShutdown`. */
export function watchPower(sleep: SleepWatch, onShutdown: () => void): void {
  powerMonitor.on('suspend', () => sleep.suspended());
  powerMonitor.on('resume', () => sleep.resumed());
  if (process.platform !== 'win32') {
    powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
      // Held up for as long as a clean leave takes.
      event?.preventDefault();
      onShutdown();
    });
  }
}
