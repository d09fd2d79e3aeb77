import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

import { app } from 'electron';

import { autostartEntry, HIDDEN_SWITCH, isEntryOn } from '../autostart/desktopEntry.ts';
import type { AutostartPort } from '../ports.ts';

/** Linux desktops read files of their own for it; macOS and Windows are told by Electron. */
export function autostartPort(): AutostartPort {
  return process.platform === 'linux' ? entryPort(join(configFolder(), 'autostart', 'parley.desktop')) : systemPort;
}

/** Whether this start is one that the desktop made at login. */
export const startsHidden = (): boolean =>
  app.commandLine.hasSwitch(HIDDEN_SWITCH) || app.getLoginItemSettings().wasOpenedAtLogin;

const systemPort: AutostartPort = {
  isOn: () => app.getLoginItemSettings({ args: [`--${HIDDEN_SWITCH}`] }).openAtLogin,
  set(on) {
    app.setLoginItemSettings({ openAtLogin: on, args: [`--${HIDDEN_SWITCH}`] });
    return app.getLoginItemSettings({ args: [`--${HIDDEN_SWITCH}`] }).openAtLogin === on;
  },
};

function entryPort(path: string): AutostartPort {
  return {
    isOn() {
      try {
        return isEntryOn(readFileSync(path, 'utf8'));
      } catch {
        return false;
      }
    },
    set(on) {
      try {
        if (on) {
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, autostartEntry(command()));
        } else rmSync(path, { force: true });
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** What starts this app again: an AppImage by its own file, and not by the place it is mounted at right now. */
function command(): readonly string[] {
  const { APPIMAGE } = process.env;
  if (APPIMAGE !== undefined) return [APPIMAGE];
  return app.isPackaged ? [process.execPath] : [process.execPath, app.getAppPath()];
}

function configFolder(): string {
  const { XDG_CONFIG_HOME } = process.env;
  return XDG_CONFIG_HOME !== undefined && isAbsolute(XDG_CONFIG_HOME) ? XDG_CONFIG_HOME : join(homedir(), '.config');
}
