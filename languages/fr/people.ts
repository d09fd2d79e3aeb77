import type { people as peopleInEnglish } from '../en/people.ts';
import type { Translation } from '../translation.ts';

export const people: Translation<typeof peopleInEnglish, 'fr'> = {
  inMeeting: 'Dans la réunion',
  search: 'Trouver quelqu’un',
  clearSearch: 'Effacer la recherche',
  found_one: '{{count}} personne trouvée',
  found_other: '{{count}} personnes trouvées',
  showMore_one: 'En afficher {{count}} de plus',
  showMore_other: 'En afficher {{count}} de plus',
  more: 'Plus sur {{name}}',
  remove: 'Retirer de la réunion',
  mute: {
    microphone: 'Couper le micro',
    camera: 'Arrêter sa vidéo',
    screen: 'Arrêter son partage d’écran',
  },
  ask: {
    microphone: 'Demander d’activer le micro',
    camera: 'Demander de démarrer la vidéo',
  },
  asked: {
    microphone: '{{name}} est invité à activer son micro',
    camera: '{{name}} est invité à démarrer sa vidéo',
  },
  muteAll: {
    button: 'Couper tous les micros',
    title: 'Couper tous les micros ?',
    text: 'Les hôtes et ceux qui peuvent couper les micros restent tels quels. Tous les autres sont coupés et peuvent réactiver leur micro.',
    done: 'Vous avez coupé tous les micros',
  },
  barred: {
    title: 'Non autorisés à revenir',
    by: 'Par {{name}}, {{when}}',
    byNobody: 'Par un administrateur, {{when}}',
    unbar: 'Laisser revenir',
    unbarred: '{{name}} peut revenir',
  },
};
