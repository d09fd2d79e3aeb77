/** Words of the very first start, and of the invite that a guest reads before they have seen Parley. */
export const welcome = {
  title: 'Welcome to Parley',
  text: 'Meetings face to face, from desktop to desktop. No account, nothing to set up.',
  nameHint: 'Others see it in every meeting. You can change it at any time.',
  nameNeeded: 'Type the name that others will see.',
  go: 'Continue',
} as const;

export const invite = {
  /** For somebody who may never have heard of Parley; each line stands by itself in mails and chats. */
  text: 'You are invited to a meeting in Parley.\n\nLink: {{link}}\nMeeting code: {{room}}\nServer: {{server}}\n\nTo join you need Parley on your computer: {{homepage}}\nThen open the link. Or start Parley, and paste this whole message into the field “Meeting code or link”.',
  copied: 'Invite copied, with the link and what a guest needs',
} as const;
