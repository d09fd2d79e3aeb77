/** Words about one person in the list, and of what may be done about them. */
export const people = {
  more: 'More about {{name}}',
  remove: 'Remove from the meeting',
} as const;
