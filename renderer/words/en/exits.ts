/** Words for leaving, ending and removing, before they happen. */
export const leaving = {
  title: 'Leave the meeting?',
  handOverTo: 'Hand over to {{name}} and leave',
  withoutHost: 'Leave without a host',
  othersStay: 'Leave: another host stays',
  offline: 'Leave now: the others are told later',
} as const;

export const ending = {
  title: 'End the meeting for everyone?',
  text_zero: 'The meeting ends for you.',
  text_one: 'You and {{count}} other person will be out at once.',
  text_other: 'You and {{count}} other people will be out at once.',
  when: 'When',
  whens: { now: 'Now', soon_one: 'In {{count}} second', soon_other: 'In {{count}} seconds' },
  countdown: {
    left: 'Ending in {{count}} s, by {{name}}',
    now: 'Ending now, by {{name}}',
    locked: "It will be locked: it can't be rejoined.",
    cancel: 'Cancel the end',
    said_one: 'The meeting ends in {{count}} second, by {{name}}.',
    said_other: 'The meeting ends in {{count}} seconds, by {{name}}.',
  },
  lock: 'Lock the meeting so nobody can rejoin',
  lockHint: 'Only a host can unlock it later.',
  confirm: 'End for everyone',
  offline:
    'You are offline, so the meeting can not be ended for the others right now. Wait for the connection, or leave on your own.',
} as const;

export const removing = {
  title: 'Remove {{name}}?',
  text: '{{name}} will be out at once and reads your reason.',
  bar: "Don't let them back in",
  barHint: 'Not with the same link either, nor from another device.',
  confirm: 'Remove',
} as const;

/** What happened to me: titles, who and why. */
export const over = {
  titles: {
    ended: 'The meeting was ended',
    removed: 'You were removed from the meeting',
    'sent-back': 'You were sent back to the lobby',
    'other-device': 'Continued on another device',
    closed: 'The meeting was closed',
    alone: 'You left, because nobody else was here',
    lost: 'Connection lost',
    'viewer-mode': 'You moved between speaker and viewer',
    'off-stage': 'There is no room for you to speak',
    unknown: 'You are no longer in the meeting',
    'not-let-in': 'You could not get back in',
    'switch-failed': 'The other meeting could not be joined',
    left: 'You left',
  },
  who: {
    ended: '{{name}} ended the meeting for everyone.',
    endedByNobody: 'The meeting was ended for everyone. Who ended it is not known.',
    endedByApi: 'An administrator ended the meeting for everyone.',
    removed: '{{name}} removed you from the meeting.',
    removedByNobody: 'You were removed. Who did it is not known.',
    removedByApi: 'An administrator removed you from the meeting.',
    'sent-back': 'You were sent back to the lobby by {{name}}.',
    'sent-backByNobody': 'You were sent back to the lobby. Who did it is not known.',
    'other-device': 'You joined from another device, which took your place here.',
    closed: 'The meeting reached its time limit, stood without people, or its server was shut down.',
    closedBy: {
      duration: 'The meeting reached its time limit.',
      'no-host': 'The meeting was without a host for too long.',
      shutdown: 'The server of the meeting was shut down.',
      alone: 'You were alone in the meeting and did not say that you want to stay, so Parley left.',
    },
    lost: 'The connection to the meeting was lost and did not come back in time.',
    gaveUp: 'Parley tried to reconnect for a while and then gave up.',
    'viewer-mode': 'Your place changed between speaker and viewer. Join again to take the new one.',
    'off-stage':
      'The meeting was limited to fewer speakers, and you were among the newest. You can come back as a viewer.',
    unknown: 'The server gave no reason.',
    'not-let-in': 'The connection was back, but the meeting did not let you in.',
    'switch-failed': 'You are out of the first meeting, and the second one did not let you in.',
    'switch-failed-to': 'You left the first meeting for {{room}}, which did not let you in. You are out of both.',
    left: 'You left the meeting.',
  },
  after: {
    endedLocked: "The meeting is locked: it can't be rejoined.",
    barred: "You can't rejoin this meeting.",
    mayGoBack: 'Rejoin takes you back to the first one.',
    mayRejoin: 'You can rejoin if you like.',
    mayKnock: 'Rejoin asks to be let in again.',
    mayReopen: 'Joining again opens it anew.',
  },
  wayBack: {
    asHost: 'You come back as host.',
    'room-locked': 'The meeting is locked: nobody is let in right now.',
    mayUnlock: 'The meeting is locked. Open it to lift the lock and join.',
    'room-full': 'The meeting is full right now.',
    barred: "You can't rejoin this meeting: a host doesn't let you back in.",
    'room-not-found': 'The meeting is not there any more.',
    unreachable: "The server can't be reached right now. Parley goes on asking.",
  },
  facts: {
    code: 'Code',
    type: 'Type',
    time: 'Time',
    meeting: 'Meeting',
    server: 'Server',
    sought: 'Not let into',
    error: 'Server said',
    by: 'By',
    note: 'Reason given',
    locked: 'Locked',
    yes: 'Nobody can rejoin',
    barred: 'I can not rejoin',
    policy: 'Policy',
    stay: 'Length of stay',
    connection: 'Connection',
    connections: { live: 'Up', lost: 'Lost since {{time}}', none: 'Not in the meeting' },
    app: 'App',
  },
} as const;

/** Questions that the app asks by itself. */
export const prompts = {
  openLink: {
    title: 'Join this meeting?',
    text: 'A link was opened on this computer. Nothing has been connected to yet.',
    inMeeting: 'You are joining a meeting. If you continue, you leave it.',
    meeting: 'Meeting',
    server: 'Server',
    accept: 'Continue',
    acceptInMeeting: 'Leave and continue',
  },
  trust: {
    title: 'Use a new server?',
    text: 'This is the first time that you use {{server}}. It will see your name, your network address and who else is in the meeting.',
    advice: 'Continue only if you trust whoever sent you the link.',
    accept: 'Continue',
  },
  badLink: {
    title: "This link can't be opened",
    text: 'It is incomplete or not a Parley link. Ask for a new one, or type the meeting code.',
    fact: 'What is wrong',
  },
  closeWindow: {
    title: 'Leave the meeting?',
    text: 'You are closing the window in the middle of a meeting. Parley can keep running in the tray, where you can mute and leave.',
    keepRunning: 'Keep running',
    leave: 'Leave',
    remember: 'Remember my choice',
  },
  served_one: 'The meeting runs on this computer: {{count}} other person loses it.',
  served_other: 'The meeting runs on this computer: {{count}} other people lose it.',
  servedHint: 'They can go on when Parley is started again here. To let them go on now, keep Parley running.',
  quitServing: {
    title: 'Quit Parley?',
    text: 'You are not in a meeting any more, but others are.',
    accept: 'Quit anyway',
  },
  quit: {
    title: 'Leave the meeting?',
    text: 'Quitting Parley takes you out of the meeting.',
    accept: 'Leave and quit',
  },
  alone: {
    title: 'You are alone here',
    text: 'Nobody else has been in this meeting for a while. Do you want to stay?',
    stay: 'Stay',
    left_one: 'Without an answer Parley leaves in {{count}} second.',
    left_other: 'Without an answer Parley leaves in {{count}} seconds.',
  },
  unmute: {
    title: {
      microphone: '{{name}} asks you to unmute',
      camera: '{{name}} asks you to start your video',
      both: '{{name}} asks you to unmute and to start your video',
    },
    text: {
      microphone: 'Nobody hears you unless you do.',
      camera: 'Nobody sees you unless you do.',
      both: 'Nobody hears or sees you unless you do.',
    },
    accept: { microphone: 'Unmute', camera: 'Start video', both: 'Unmute and start video' },
    stay: { microphone: 'Stay muted', camera: 'Keep video off', both: 'Stay as you are' },
  },
} as const;

/** What is kept of earlier exits. */
export const receipts = {
  title: 'What happened?',
  lead: 'How earlier meetings ended for you. Kept on this computer only.',
  leadOf: 'How {{room}} ended for you. Kept on this computer only.',
  none: 'Nothing is kept of this.',
  all: 'What happened in earlier meetings',
  whatHappened: 'What happened in {{room}}?',
  heading: 'Parley: {{title}}',
  stay: 'after {{time}}',
  code: 'code {{code}}',
  copy: 'Copy receipt',
  copied: 'Receipt copied',
  forget: 'Delete “{{title}}”, {{time}}',
  forgetAll: 'Delete all',
} as const;
