import type { switching as switchingInEnglish } from '../en/switching.ts';
import type { Translation } from '../translation.ts';

export const switching: Translation<typeof switchingInEnglish, 'de'> = {
  title: 'In ein anderes Meeting wechseln?',
  fromLink: 'Auf diesem Computer wurde ein Link geöffnet. Noch wurde zu nichts verbunden.',
  typed: 'Geben Sie den Code ein, oder fügen Sie einen Link ein.',
  leaves: 'Sie verlassen dafür {{room}}, sobald das andere Meeting Sie hineinlässt. Bis dahin bleiben Sie.',
  heir: 'Wer ist nach Ihnen Host?',
  nobody: 'Niemand: ohne Host verlassen',
  look: 'Verlassen und fortfahren',
  now: 'Jetzt wechseln',
  nowHint:
    '„Jetzt wechseln“ bringt Sie direkt hinein, mit dem, was gerade an ist. Nur der Bildschirm wird nicht weiter geteilt.',
  open: 'In ein anderes Meeting wechseln',
  asking: '{{room}} wird gefragt, ob Sie hineindürfen.',
  askingHint: 'So lange bleiben Sie in diesem Meeting.',
  stay: 'Hier bleiben',
  failed: {
    title: 'Sie sind noch in {{room}}',
    lead: 'Es hat sich nichts geändert: {{room}} hat Sie nicht hineingelassen.',
    fact: 'Antwort des Servers',
  },
};
