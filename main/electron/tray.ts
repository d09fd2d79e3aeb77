import { join } from 'node:path';

import { Menu, nativeImage, type NativeImage, Tray } from 'electron';

import type { TrayItem, TrayPort, TrayView } from '../ports.ts';

/** The tray icon with its menu. A desktop without a tray is no reason to fail. */
export function createTray(folder: string, onClick: (item: TrayItem['id']) => void): TrayPort {
  const images = new Map<TrayView['icon'], NativeImage>();
  const image = (icon: TrayView['icon']): NativeImage => {
    const known = images.get(icon);
    if (known !== undefined) return known;
    // macOS colours template images by itself, to fit its menu bar.
    const name = process.platform === 'darwin' ? `${icon}Template.png` : `${icon}.png`;
    const loaded = nativeImage.createFromPath(join(folder, name));
    images.set(icon, loaded);
    return loaded;
  };

  let tray: Tray | null = null;
  let shown: TrayView | null = null;

  const menuOf = (view: TrayView): Menu =>
    Menu.buildFromTemplate(
      view.items.map(({ id, label, enabled }) => ({ id, label, enabled, click: () => onClick(id) })),
    );

  return {
    show(view) {
      if (shown !== null && JSON.stringify(shown) === JSON.stringify(view)) return;
      tray ??= openTray(image(view.icon), () => onClick('show'));
      if (view.icon !== shown?.icon) tray.setImage(image(view.icon));
      tray.setToolTip(view.tooltip);
      tray.setContextMenu(menuOf(view));
      shown = view;
    },
    destroy() {
      tray?.destroy();
      tray = null;
      shown = null;
    },
  };
}

function openTray(icon: NativeImage, onClick: () => void): Tray {
  const tray = new Tray(icon);
  // On macOS a click opens the menu.
  if (process.platform !== 'darwin') tray.on('click', onClick);
  return tray;
}
