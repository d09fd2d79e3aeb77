/** Words for going from one meeting to another. */
export const switching = {
  title: 'Go to another meeting?',
  fromLink: 'A link was opened on this computer. Nothing has been connected to yet.',
  typed: 'Type its code, or paste a link to it.',
  leaves: 'You leave {{room}} for it, once it has said that it lets you in. Until then you stay.',
  heir: 'Who is host after you?',
  nobody: 'Nobody: leave without a host',
  look: 'Leave and continue',
  now: 'Switch now',
  nowHint: 'Switch now takes you straight in, with what is on now. Only your screen is not shared any further.',
  open: 'Go to another meeting',
  asking: 'Asking {{room}} whether it lets you in.',
  askingHint: 'You stay in this meeting meanwhile.',
  stay: 'Stay here',
  failed: {
    title: 'You are still in {{room}}',
    lead: 'Nothing has changed: {{room}} did not let you in.',
    fact: 'Server said',
  },
} as const;
