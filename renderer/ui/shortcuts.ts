/** A key with its modifiers. `mod` is Command on a Mac and Control elsewhere. */
export interface Shortcut {
  readonly key: string;
  readonly mod?: boolean;
  readonly shift?: boolean;
}

export const SHORTCUTS = {
  mute: { key: 'd', mod: true },
  video: { key: 'e', mod: true },
  hand: { key: 'h', mod: true, shift: true },
  people: { key: 'p', mod: true, shift: true },
  fullScreen: { key: 'f' },
  previousPage: { key: 'PageUp' },
  nextPage: { key: 'PageDown' },
  chat: { key: 'c', mod: true, shift: true },
  sheet: { key: '?' },
  settings: { key: ',', mod: true },
  search: { key: 'f', mod: true },
  regions: { key: 'F6' },
  close: { key: 'Escape' },
} as const satisfies Record<string, Shortcut>;
export type ShortcutName = keyof typeof SHORTCUTS;

const onMac = (): boolean => navigator.platform.startsWith('Mac');

/** What stands on the keys, in the order in which they are pressed. */
export function keyCaps(shortcut: Shortcut, mac = onMac()): readonly string[] {
  const key = shortcut.key === 'Escape' ? 'Esc' : shortcut.key.length === 1 ? shortcut.key.toUpperCase() : shortcut.key;
  return [...(shortcut.mod ? [mac ? '⌘' : 'Ctrl'] : []), ...(shortcut.shift ? [mac ? '⇧' : 'Shift'] : []), key];
}

/** The same for assistive technology, in the grammar of `aria-keyshortcuts`. */
export function ariaKeys(shortcut: Shortcut, mac = onMac()): string {
  const parts = [...(shortcut.mod ? [mac ? 'Meta' : 'Control'] : []), ...(shortcut.shift ? ['Shift'] : [])];
  return [...parts, shortcut.key.length === 1 ? shortcut.key.toUpperCase() : shortcut.key].join('+');
}

/** Whether the keys pressed are exactly this shortcut. `?` needs Shift on many keyboards, so there it is not asked for. */
export function matches(shortcut: Shortcut, event: KeyboardEvent, mac = onMac()): boolean {
  const mod = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  const bare = !event.ctrlKey && !event.metaKey;
  if (event.altKey || (shortcut.mod ? !mod : !bare)) return false;
  if (shortcut.key !== '?' && event.shiftKey !== (shortcut.shift ?? false)) return false;
  return event.key.toLowerCase() === shortcut.key.toLowerCase();
}
