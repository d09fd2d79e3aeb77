/** The switch with which the app starts in the tray, without its window. */
export const HIDDEN_SWITCH = 'hidden';

/** What a desktop on Linux starts at login, in the words of the Desktop Entry Specification. */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Parley',
    'Comment=Desktop video meetings',
    `Exec=${[...command.map(quoted), `--${HIDDEN_SWITCH}`].join(' ')}`,
    'Icon=parley',
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** A desktop's own settings switch an entry off by a line in it, instead of taking the file away. */
export function isEntryOn(text: string): boolean {
  return !/^\s*(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im.test(text);
}

/** An argument is quoted whole; what the quotes do not protect gets a backslash, and a percent sign is two. */
function quoted(argument: string): string {
  const inQuotes = argument.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%');
  // The value of a key is unescaped once more before it is read as a command.
  return `"${inQuotes}"`.replaceAll('\\', '\\\\');
}
