import type { recording as source } from '../en/recording.ts';
import type { Translation } from '../translation.ts';

/** Words about recording a meeting on one's own computer. */
export const recording: Translation<typeof source, 'de'> = {
  record: 'Aufzeichnen',
  stop: 'Aufzeichnung beenden',
  title: 'Diese Besprechung aufzeichnen?',
  lead: 'Alle erfahren es und sehen es, solange aufgezeichnet wird.',
  text: 'Was Sie sehen und hören, bleibt auf diesem Computer: {{folder}}. Es geht nirgendwo sonst hin.',
  videos: 'bei Ihren Videos',
  begin: 'Aufzeichnung starten',
  by: 'Aufzeichnung durch {{name}}',
  byMany: 'Aufzeichnung durch {{name}} und andere',
  byMe: 'Sie zeichnen auf',
  began: '{{name}} zeichnet diese Besprechung ab jetzt auf',
  iBegan: 'Sie zeichnen diese Besprechung ab jetzt auf. Alle wurden informiert.',
  ended: '{{name}} zeichnet nicht mehr auf',
  iEnded: 'Sie zeichnen nicht mehr auf',
  expected: 'Jemand in dieser Besprechung zeichnet sie auf: Was Sie sagen und zeigen, wird behalten.',
  kept: 'Die Aufzeichnung wurde gespeichert',
  problems: {
    'disk-full': 'Der Datenträger ist voll, deshalb endete die Aufzeichnung. Was bis dahin da war, wurde gespeichert.',
    unwritable:
      'Die Datei konnte nicht weiter geschrieben werden, deshalb endete die Aufzeichnung. Was bis dahin da war, wurde gespeichert.',
    interrupted: 'Die Aufzeichnung wurde unterbrochen. Was bis dahin da war, wurde gespeichert.',
  },
  where: 'Unter {{file}}',
  show: 'Im Ordner zeigen',
  folder: 'Ordner für Aufzeichnungen',
  choose: 'Ordner wählen',
  keywords: 'aufnehmen aufzeichnung video speichern datei film ort',
};
