/** Words of roles: what they are called, what they let one do, and how somebody comes to another. */
export const roles = {
  make: {
    host: 'Make host',
    'co-host': 'Make co-host',
    guest: 'Make guest',
    viewer: 'Make viewer',
  },
  makeOther: 'Make {{role}}',
  handOver: 'Hand over to {{name}}',
  become: 'Step down to {{role}}',
  /** What somebody else is from now. */
  became: '{{name}} is now {{role}}',
  becameBy: '{{by}} made {{name}} {{role}}',
  becameByMe: 'You made {{name}} {{role}}',
  steppedDown: '{{name}} stepped down and is now {{role}}',
  /** What I am from now; {{may}} is what that lets me do. */
  you: 'You are now {{role}}. {{may}}',
  youBy: '{{by}} made you {{role}}. {{may}}',
  may: {
    host: 'You may do everything here, also end the meeting for everyone.',
    'co-host': 'You may let people in, mute and remove them, and lock the meeting.',
    guest: 'You may speak and show your video. Both are off until you turn them on.',
    viewer: 'You see and hear everybody. Your microphone and camera are off.',
  },
  maySpeak: 'You may take part. What was off stays off until you turn it on.',
  mayWatch: 'You see and hear everybody, and can not speak or show your video.',
  /** In the middle of a sentence. */
  names: { host: 'host', 'co-host': 'co-host', guest: 'a guest', viewer: 'a viewer' },
  barred: {
    microphone: "You can't speak: your role here is {{role}}",
    camera: "You can't show video: your role here is {{role}}",
    hint: '{{why}}. A host can change that.',
  },
  viewerForNow: 'You are a viewer for now: as many people speak as the meeting allows.',
  viewerForNowHint: 'You see and hear everybody. When somebody stops speaking, a host can let you speak.',
} as const;
