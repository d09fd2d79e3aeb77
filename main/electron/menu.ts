import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * The menu: on macOS the usual one, elsewhere invisible, there for the shortcuts of editing and quitting only. No
 * reload, no developer tools: a meeting must not end by a slip of the hand.
 */
export function setMenu(platform: string, isPackaged: boolean): void {
  const developer: MenuItemConstructorOptions[] = isPackaged
    ? []
    : [{ label: 'Developer', submenu: [{ role: 'toggleDevTools' }] }];
  const edit: MenuItemConstructorOptions = { role: 'editMenu' };
  const template: MenuItemConstructorOptions[] =
    platform === 'darwin'
      ? [{ role: 'appMenu' }, edit, { role: 'windowMenu' }, ...developer]
      : [
          { label: 'Parley', submenu: [{ label: 'Quit Parley', accelerator: 'CmdOrCtrl+Q', role: 'quit' }] },
          edit,
          ...developer,
        ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
