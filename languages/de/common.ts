import type { common as commonInEnglish } from '../en/common.ts';
import type { Translation } from '../translation.ts';

export const common: Translation<typeof commonInEnglish, 'de'> = {
  appName: 'Parley',
  cancel: 'Abbrechen',
  close: 'Schließen',
  dismiss: 'Ausblenden',
  done: 'Fertig',
  save: 'Speichern',
  leave: 'Verlassen',
  rejoin: 'Wieder beitreten',
  home: 'Zur Startseite',
  details: 'Details',
  yourName: 'Ihr Name',
  reason: 'Grund',
  reasonHint: 'Freiwillig. Alle Betroffenen lesen ihn.',
  reasonTooLong: 'Ein Grund hat höchstens {{most}} Zeichen.',
  reasonLeft_one: 'Noch {{count}} Zeichen',
  reasonLeft_other: 'Noch {{count}} Zeichen',
  crashed: {
    title: 'Dieses Fenster hat den Faden verloren',
    text: 'Etwas auf diesem Bildschirm ließ sich nicht darstellen. Falls Sie in einem Meeting waren, haben Sie es verlassen; Kamera und Mikrofon sind aus.',
    again: 'Parley wieder anzeigen',
  },
  loading: 'Parley startet',
};
