import type { ShareSource } from '#protocol/ipc/share.ts';
import type { ScreensPort } from '#main/share/screens.ts';

/** A desktop with one screen and one window, of which neither can be seen. */
export class FakeScreens implements ScreensPort {
  shown: readonly ShareSource[] = [
    { id: 'screen:0:0', kind: 'screen', name: 'Entire screen', thumbnail: null, icon: null },
    { id: 'window:7:0', kind: 'window', name: 'Budget', thumbnail: null, icon: null },
  ];
  isDenied = false;
  hasSound = false;
  works = true;

  list(): Promise<readonly ShareSource[]> {
    return this.works ? Promise.resolve(this.shown) : Promise.reject(new TypeError('no list'));
  }
}
