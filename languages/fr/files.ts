import type { files as filesInEnglish } from '../en/files.ts';
import type { Translation } from '../translation.ts';

export const files: Translation<typeof filesInEnglish, 'fr'> = {
  attach: 'Proposer un fichier',
  tooBig: 'Ce fichier est trop gros. On peut proposer jusqu’à {{most}}.',
  unreadable: 'Ce fichier ne peut pas être lu.',
  mine: 'Proposé à tous tant que vous restez',
  withdrawn: 'N’est plus proposé',
  withdraw: 'Retirer',
  take: 'Enregistrer',
  decline: 'Refuser',
  cancel: 'Annuler',
  again: 'Réessayer',
  show: 'Afficher dans le dossier',
  coming: '{{done}} sur {{size}}',
  comingFrom: 'Enregistrer {{name}}',
  saved: 'Enregistré dans vos téléchargements sous {{name}}',
  declined: 'Refusé',
  cancelled: 'Annulé',
  left: '{{name}} est parti avant l’arrivée du fichier.',
  takenBack: 'Le fichier n’est plus proposé.',
  gone: '{{name}} est parti, et le fichier aussi.',
  going: '{{name}} : {{done}} sur {{size}}',
  got: '{{name}} l’a',
  lost: '{{name}} : n’est pas arrivé',
  stopped: '{{name}} l’a arrêté',
  refused: '{{name}} l’a refusé',
};
