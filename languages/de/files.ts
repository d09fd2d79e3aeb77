import type { files as filesInEnglish } from '../en/files.ts';
import type { Translation } from '../translation.ts';

export const files: Translation<typeof filesInEnglish, 'de'> = {
  attach: 'Datei anbieten',
  tooBig: 'Diese Datei ist zu groß. Bis zu {{most}} können angeboten werden.',
  unreadable: 'Diese Datei lässt sich nicht lesen.',
  mine: 'Allen hier angeboten, solange Sie bleiben',
  withdrawn: 'Nicht mehr angeboten',
  withdraw: 'Zurücknehmen',
  take: 'Speichern',
  decline: 'Ablehnen',
  cancel: 'Abbrechen',
  again: 'Noch einmal versuchen',
  show: 'Im Ordner zeigen',
  coming: '{{done}} von {{size}}',
  comingFrom: '{{name}} speichern',
  saved: 'In den Downloads gespeichert als {{name}}',
  declined: 'Abgelehnt',
  cancelled: 'Abgebrochen',
  left: '{{name}} ist gegangen, bevor die Datei hier war.',
  takenBack: 'Die Datei wird nicht mehr angeboten.',
  gone: '{{name}} ist gegangen, und mit ihm oder ihr die Datei.',
  going: '{{name}}: {{done}} von {{size}}',
  got: '{{name}} hat sie',
  lost: '{{name}}: nicht angekommen',
  stopped: '{{name}} hat abgebrochen',
  refused: '{{name}} hat abgelehnt',
};
