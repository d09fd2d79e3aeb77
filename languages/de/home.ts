import type { home as homeInEnglish } from '../en/home.ts';
import type { Translation } from '../translation.ts';

export const home: Translation<typeof homeInEnglish, 'de'> = {
  title: 'Ein Meeting starten oder beitreten',
  tagline: 'Von Angesicht zu Angesicht, von Schreibtisch zu Schreibtisch.',
  or: 'oder',
  open: 'Öffnen',
  openRoom: '{{room}} öffnen',
  newMeeting: 'Neues Meeting',
  join: 'Beitreten',
  joinField: 'Meeting-Code oder Link',
  joinHint: 'Zum Beispiel kfr-wmbe-tqa, oder ein Link, den Sie bekommen haben.',
  joinEmpty: 'Geben Sie zuerst einen Meeting-Code ein, oder fügen Sie einen Link ein.',
  joinUnclear: 'Das ist weder ein Meeting-Code noch ein Einladungslink. Ein Code sieht aus wie kfr-wmbe-tqa.',
  linkFound: 'Einladungslink zu {{room}} auf {{server}}',
  recents: 'Letzte Meetings',
  noRecents: 'Hier stehen die Meetings, denen Sie beitreten.',
  hosted: 'Dieser Computer',
  onServer: '{{server}}',
  forget: '{{room}} vergessen',
  settings: 'Einstellungen',
  left: 'Sie haben das Meeting verlassen',
  ended: 'Sie haben das Meeting für alle beendet',
  endedLocked: 'Sie haben das Meeting für alle beendet und gesperrt',
  switched: 'Sie sind in ein anderes Meeting gewechselt',
  leftMeeting: 'Meeting {{room}}',
  interrupted: 'Sie waren in {{room}}: wieder beitreten?',
  interruptedOnly: 'Sie waren in {{room}}, als Parley stehen blieb',
  interruptedHow:
    'Dieser Computer hat keinen sicheren Ort für Einladungen; darum hat Parley diese nicht mehr. Öffnen Sie den Link noch einmal, oder bitten Sie darum.',
  settingsSetAside: 'Ihre Einstellungen ließen sich nicht lesen; darum ist Parley mit neuen gestartet.',
  settingsSetAsideWhere: 'Die alte Datei liegt unter {{path}}',
  identityNotKept:
    'Dieser Computer hat keinen sicheren Ort für Geheimnisse; darum vergisst Parley beim Beenden, wer Sie sind. Nur bis dahin können Sie in Ihren Meetings wieder Host sein.',
  hostingFailed: 'Der Server in Parley ist nicht gestartet; darum können auf diesem Computer keine Meetings laufen.',
  hostingFailedWhat: 'Starten Sie Parley neu, oder stellen Sie einen anderen Server ein.',
};
