import type { Shortcut } from '../../ui/shortcuts.ts';

/** Of `KeyboardEvent.key`, where Electron calls it otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

const KEY = /^(?:[A-Z0-9]|F(?:[1-9]|1[0-9]|2[0-4])|Space|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert|Delete)$/;
const MODIFIER = /^(?:Control|Alt|AltGraph|Shift|Meta|OS)$/;

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** What was pressed: only modifiers so far, keys that can be no shortcut, or a shortcut in Electron's grammar. */
export function acceleratorOf(event: Pressed): 'more' | 'unfit' | { readonly keys: string } {
  if (MODIFIER.test(event.key)) return 'more';
  const key = keyOf(event);
  if (key === null) return 'unfit';
  const isFunctionKey = /^F\d+$/.test(key);
  if (!event.ctrlKey && !event.altKey && !event.metaKey && !isFunctionKey) return 'unfit';
  const modifiers = [
    event.ctrlKey ? 'Control' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    event.metaKey ? (navigator.platform.startsWith('Mac') ? 'Command' : 'Super') : '',
  ];
  return { keys: [...modifiers, key].filter(Boolean).join('+') };
}

/** With Alt or Shift a letter may come out as another sign: then the place of the key counts. */
function keyOf({ key, code }: Pressed): string | null {
  const printed = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  if (KEY.test(printed)) return printed;
  const placed = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code);
  return placed?.[1] ?? placed?.[2] ?? null;
}

const CAPS: Readonly<Record<string, string>> = { Control: 'Ctrl', CommandOrControl: 'Ctrl', Command: '⌘' };

/** What stands on the keys, in the order in which they are pressed. */
export const capsOf = (accelerator: string): readonly string[] => accelerator.split('+').map((key) => CAPS[key] ?? key);

/** What stands on a key that is held, of its place on the keyboard. */
export const capOf = (code: string): string => (code === 'Backquote' ? '`' : code.replace(/^(?:Key|Digit)/, ''));

/** The held key as the sheet draws keys. */
export const talkShortcut = (code: string): Shortcut => ({ key: capOf(code) });
