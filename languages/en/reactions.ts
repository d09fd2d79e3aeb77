/** Words of reactions. */
export const reactions = {
  title: 'Reactions',
  names: {
    applause: 'Applause',
    'thumbs-up': 'Thumbs up',
    'thumbs-down': 'Thumbs down',
    heart: 'Heart',
    laugh: 'Laughing',
    surprise: 'Surprised',
    celebrate: 'Celebrating',
    thinking: 'Thinking',
  },
  said: '{{name}}: {{reaction}}',
  saidWithOthers_one: '{{name}} and {{count}} other: {{reaction}}',
  saidWithOthers_other: '{{name}} and {{count}} others: {{reaction}}',
  tooMany: 'That was a lot of reactions at once. Wait a second for the next one.',
} as const;
