/** Words of what Parley does on the desktop: keys for the whole computer, the small window, leaving from outside. */
export const desktop = {
  shortcuts: {
    hint: 'In a meeting, whichever program is in front.',
    keywords: 'global system-wide hotkey keyboard background',
    mute: 'Mute or unmute, from anywhere',
    leave: 'Leave the meeting, from anywhere',
    none: 'Not set',
    record: 'Set the keys for: {{action}}',
    change: 'Change',
    set: 'Set',
    clear: 'Clear the keys for: {{action}}',
    recording: 'Press the keys now. Esc keeps them as they are.',
    unfit: 'Hold Ctrl, Alt or the system key as well, or press a function key.',
    taken: '{{keys}} does nothing right now: another program uses it.',
    takenHint: 'Set other keys in the settings, or free these in the other program.',
  },
  talk: {
    hint: 'In the Parley window: you are heard for as long as you hold the key.',
    label: 'Key that is held to talk',
    none: 'None',
    keywords: 'push to talk walkie-talkie space muted',
  },
  leave: {
    text: 'You are the only host. The meeting goes on without you.',
    remember: "Don't ask me again: leave it without a host",
    setting: 'Ask who is host after me',
    keywords: 'hand over successor tray quit',
    settingHint: 'When you leave by the tray, a shortcut or the window.',
  },
} as const;
