/** Words of the screen before joining. */
export const preview = {
  title: 'Ready to join?',
  joiningTitle: 'Joining the meeting',
  connecting: 'Connecting to the server',
  attempt: 'The server does not answer yet. Attempt {{attempt}}.',
  joinNow: 'Join now',
  back: 'Back',
  meeting: 'Meeting',
  server: 'Runs on',
  thisComputer: 'this computer',
  lockedByMe: 'The meeting is locked: nobody new is let in. You may unlock it and join.',
  as: {
    host: 'You will be host: you may remove people, lock the meeting and end it for everyone.',
    'co-host': 'You will be co-host: you may let people in, mute and remove them, and lock the meeting.',
    guest: 'You will be a guest: you may talk, show your video and invite others.',
    viewer: 'You will be a viewer: you see and hear everybody, and can not talk or show your video.',
  },
  asViewerForNow:
    'As many people speak as the meeting allows. You come in as a viewer: you see and hear everybody, and a host can let you speak later.',
  asSpeaker: 'Your role will be {{role}}: you take part with what it allows.',
  asOnlooker: 'Your role will be {{role}}: you see and hear everybody, and can not talk or show your video.',
  asUnknown: 'You may talk and show your video. A host may remove people, lock the meeting and end it.',
  nameNeeded: 'Type the name that others will see.',
  selfView: 'Your video',
  cameraOff: 'Your camera is off',
  cameraStarting: 'Starting your camera',
  level: 'Microphone level',
  microphoneOff: 'Your microphone is off',
  speakToTest: 'Say something: the bar should move.',
  unlock: 'Unlock',
  deviceSettings: 'Device settings',
  defaultDevice: 'System default',
  unnamedDevice: '{{kind}} {{number}}',
} as const;

/** Words about microphone and camera, wherever they can be switched. */
export const capture = {
  mute: 'Mute',
  unmute: 'Unmute',
  stopVideo: 'Stop video',
  startVideo: 'Start video',
  chooseMicrophone: 'Choose microphone',
  chooseCamera: 'Choose camera',
  goOnMuted: 'Go on muted',
  goOnWithoutVideo: 'Go on without video',
  problem: {
    microphone: {
      'capture-refused':
        'Parley may not use the microphone. Allow it in the system settings under privacy, then try again.',
      'capture-not-found': 'No microphone was found. Plug one in or choose another, then try again.',
      'capture-busy': 'The microphone is in use by another program. Close that one, then try again.',
    },
    camera: {
      'capture-refused':
        'Parley may not use the camera. Allow it in the system settings under privacy, then try again.',
      'capture-not-found': 'No camera was found. Plug one in or choose another, then try again.',
      'capture-busy': 'The camera is in use by another program. Close that one, then try again.',
    },
    screen: {
      'capture-refused': 'Parley may not record the screen. Allow it in the system settings under privacy.',
      'capture-not-found': 'There is no screen or window to share any more.',
      'capture-busy': 'The screen can not be shared right now. Try again in a moment.',
    },
  },
} as const;
