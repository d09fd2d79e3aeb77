/** Words about one person in the list, and of what may be done about them and about all. */
export const people = {
  inMeeting: 'In the meeting',
  search: 'Find somebody',
  clearSearch: 'Clear the search',
  found_one: '{{count}} person found',
  found_other: '{{count}} people found',
  showMore_one: 'Show {{count}} more',
  showMore_other: 'Show {{count}} more',
  more: 'More about {{name}}',
  remove: 'Remove from the meeting',
  mute: { microphone: 'Mute', camera: 'Stop their video', screen: 'Stop their screen share' },
  ask: { microphone: 'Ask to unmute', camera: 'Ask to start video' },
  asked: {
    microphone: '{{name}} is asked to unmute',
    camera: '{{name}} is asked to start their video',
  },
  muteAll: {
    button: 'Mute everyone',
    title: 'Mute everyone?',
    text: 'Hosts, and others who may mute, stay as they are. Everybody else is muted and can unmute themselves.',
    done: 'You muted everyone',
  },
  barred: {
    title: 'Not let back in',
    by: 'By {{name}}, {{when}}',
    byNobody: 'By an administrator, {{when}}',
    unbar: 'Let back in',
    unbarred: '{{name}} may come back',
  },
} as const;
