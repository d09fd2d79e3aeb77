import { BrowserWindow, desktopCapturer, type NativeImage, systemPreferences } from 'electron';

import type { ScreensPort } from '../share/screens.ts';

/** In pixels: twice what the picker shows them at, for dense displays. */
const THUMBNAIL = { width: 400, height: 250 };

/** The desktop's screens and windows as Electron lists them. */
export const screensPort: ScreensPort = {
  async list() {
    const found = await desktopCapturer.getSources({
      types: ['screen', 'window'],
      thumbnailSize: THUMBNAIL,
      fetchWindowIcons: true,
    });
    // A window of ours in the picture of itself, without end, helps nobody.
    const own = new Set(BrowserWindow.getAllWindows().map((window) => window.getMediaSourceId()));
    return found
      .filter(({ id }) => !own.has(id))
      .map(({ id, name, thumbnail, appIcon }) => ({
        id,
        kind: id.startsWith('screen:') ? ('screen' as const) : ('window' as const),
        name: name.slice(0, 200),
        thumbnail: asJpeg(thumbnail),
        icon: asPng(appIcon),
      }));
  },
  get isDenied() {
    if (process.platform !== 'darwin') return false;
    return ['denied', 'restricted'].includes(systemPreferences.getMediaAccessStatus('screen'));
  },
  // What Electron says of `loopback`.
  hasSound: process.platform === 'win32',
};

const asJpeg = (image: NativeImage): string | null =>
  image.isEmpty() ? null : `data:image/jpeg;base64,${image.toJPEG(80).toString('base64')}`;

/** Icons have transparent corners. Null, on some systems, in place of an image. */
const asPng = (image: NativeImage | null): string | null =>
  image === null || image.isEmpty() ? null : image.resize({ width: 32, height: 32 }).toDataURL();
