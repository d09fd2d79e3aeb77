import type { common as commonInEnglish } from '../en/common.ts';
import type { Translation } from '../translation.ts';

export const common: Translation<typeof commonInEnglish, 'fr'> = {
  appName: 'Parley',
  cancel: 'Annuler',
  close: 'Fermer',
  dismiss: 'Masquer',
  done: 'Terminé',
  save: 'Enregistrer',
  leave: 'Quitter',
  rejoin: 'Revenir',
  home: 'Retour à l’accueil',
  details: 'Détails',
  yourName: 'Votre nom',
  reason: 'Motif',
  reasonHint: 'Facultatif. Toutes les personnes concernées le liront.',
  reasonTooLong: 'Un motif compte au plus {{most}} caractères.',
  reasonLeft_one: '{{count}} caractère restant',
  reasonLeft_other: '{{count}} caractères restants',
  crashed: {
    title: 'Cette fenêtre a perdu le fil',
    text: 'Un élément de cet écran n’a pas pu s’afficher. Si vous étiez en réunion, vous l’avez quittée ; votre caméra et votre micro sont coupés.',
    again: 'Réafficher Parley',
  },
  loading: 'Démarrage de Parley',
};
