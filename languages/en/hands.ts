/** Words of raised hands. */
export const hands = {
  raise: 'Raise hand',
  lower: 'Lower hand',
  mark: 'Hand raised, number {{place}}',
  /** In the menu of somebody's row. */
  lowerTheirs: 'Lower their hand',
  title: 'Raised hands',
  lowerAll: 'Lower all hands',
  lowered: 'All hands are down',
  count_one: '{{count}} hand is up',
  count_other: '{{count}} hands are up',
} as const;
