import { Menu, type MenuItemConstructorOptions } from 'electron';

import type { Words } from '#languages/words.ts';

type Item = MenuItemConstructorOptions;

const LINE: Item = { type: 'separator' };

/**
 * The menu: on macOS the usual one, elsewhere invisible, there for the shortcuts of editing and quitting only. No
 * reload, no developer tools: a meeting must not end by a slip of the hand. Electron's own labels are English only.
 */
export function setMenu(t: Words, platform: string, isPackaged: boolean): void {
  const developer: Item[] = isPackaged ? [] : [{ label: 'Developer', submenu: [{ role: 'toggleDevTools' }] }];
  const quit: Item = { label: t('outside.tray.quit'), accelerator: 'CmdOrCtrl+Q', role: 'quit' };
  const template: Item[] =
    platform === 'darwin'
      ? [applicationMenu(t, quit), editMenu(t), windowMenu(t), ...developer]
      : [{ label: t('common.appName'), submenu: [quit] }, editMenu(t), ...developer];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function applicationMenu(t: Words, quit: Item): Item {
  return {
    label: t('common.appName'),
    submenu: [
      { label: t('outside.menu.about'), role: 'about' },
      LINE,
      { label: t('outside.menu.services'), role: 'services' },
      LINE,
      { label: t('outside.menu.hide'), role: 'hide' },
      { label: t('outside.menu.hideOthers'), role: 'hideOthers' },
      { label: t('outside.menu.showAll'), role: 'unhide' },
      LINE,
      quit,
    ],
  };
}

function editMenu(t: Words): Item {
  return {
    label: t('outside.menu.edit'),
    submenu: [
      { label: t('outside.menu.undo'), role: 'undo' },
      { label: t('outside.menu.redo'), role: 'redo' },
      LINE,
      { label: t('outside.menu.cut'), role: 'cut' },
      { label: t('outside.menu.copy'), role: 'copy' },
      { label: t('outside.menu.paste'), role: 'paste' },
      { label: t('outside.menu.pasteAndMatchStyle'), role: 'pasteAndMatchStyle' },
      { label: t('outside.menu.delete'), role: 'delete' },
      { label: t('outside.menu.selectAll'), role: 'selectAll' },
    ],
  };
}

function windowMenu(t: Words): Item {
  return {
    label: t('outside.menu.window'),
    role: 'window',
    submenu: [
      { label: t('outside.menu.minimize'), role: 'minimize' },
      { label: t('outside.menu.zoom'), role: 'zoom' },
      LINE,
      { label: t('outside.menu.front'), role: 'front' },
    ],
  };
}
