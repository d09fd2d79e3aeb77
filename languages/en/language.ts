/** Words about the language itself. */
export const language = {
  title: 'Language of Parley',
  hint: 'Changes at once, in a meeting too. Dates and times follow it.',
  system: 'Like the system',
  keywords: 'translation tongue locale region words',
} as const;
