import type { invite as inviteInEnglish, welcome as welcomeInEnglish } from '../en/welcome.ts';
import type { Translation } from '../translation.ts';

export const invite: Translation<typeof inviteInEnglish, 'de'> = {
  text: 'Sie sind zu einem Meeting in Parley eingeladen.\n\nLink: {{link}}\nMeeting-Code: {{room}}\nServer: {{server}}\n\nZum Beitreten brauchen Sie Parley auf Ihrem Computer: {{homepage}}\nÖffnen Sie dann den Link. Oder starten Sie Parley, und fügen Sie diese ganze Nachricht in das Feld „Meeting-Code oder Link“ ein.',
  copied: 'Einladung kopiert, mit dem Link und allem, was ein Gast braucht',
};

export const welcome: Translation<typeof welcomeInEnglish, 'de'> = {
  title: 'Willkommen bei Parley',
  text: 'Meetings von Angesicht zu Angesicht, von Schreibtisch zu Schreibtisch. Kein Konto, nichts einzurichten.',
  nameHint: 'Die anderen sehen ihn in jedem Meeting. Sie können ihn jederzeit ändern.',
  nameNeeded: 'Geben Sie den Namen ein, den andere sehen.',
  go: 'Weiter',
};
