import * as v from 'valibot';

/** What can be done from anywhere on the computer, while I am in a meeting. */
export const GlobalAction = v.picklist(['mute', 'leave']);
export type GlobalAction = v.InferOutput<typeof GlobalAction>;

const MODIFIERS = '(?:CommandOrControl|Control|Command|Alt|Shift|Super)';
const KEYS = '(?:[A-Z0-9]|F(?:[1-9]|1[0-9]|2[0-4])|Space|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert|Delete)';

/**
 * Keys for the whole computer, in Electron's grammar: `Control+Alt+M`. With a modifier other than Shift, because a bare
 * letter would be taken from every other program; function keys may stand alone.
 */
export const Accelerator = v.pipe(
  v.string(),
  v.maxLength(60, 'these are too many keys'),
  v.regex(new RegExp(`^(?:${MODIFIERS}\\+){0,4}${KEYS}$`), 'these keys can not be a shortcut'),
  v.check(
    (keys) => /(?:Control|Command|Alt|Super)\+/.test(keys) || /(?:^|\+)F\d+$/.test(keys),
    'hold Ctrl, Alt or the system key as well',
  ),
);
export type Accelerator = v.InferOutput<typeof Accelerator>;

/** A key that is held to talk, as `KeyboardEvent.code` names it: a place on the keyboard, whatever is printed there. */
export const TalkKey = v.pipe(
  v.string(),
  v.regex(/^(?:Space|Key[A-Z]|Digit[0-9]|F(?:[1-9]|1[0-9]|2[0-4])|Backquote|CapsLock|Insert|Numpad[0-9])$/),
);
export type TalkKey = v.InferOutput<typeof TalkKey>;
