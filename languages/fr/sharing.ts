import type { sharing as sharingInEnglish } from '../en/sharing.ts';
import type { Translation } from '../translation.ts';

export const sharing: Translation<typeof sharingInEnglish, 'fr'> = {
  start: 'Partager l’écran',
  stop: 'Arrêter le partage',
  stopAsking: 'Ne plus demander',
  picker: {
    title: 'Que voulez-vous partager ?',
    lead: 'Tout le monde dans la réunion le verra.',
    leadAsking:
      '{{name}} partage son écran. La demande lui est faite d’abord, et votre partage commence dès la fin du sien.',
    screens: 'Écrans',
    windows: 'Fenêtres',
    kinds: 'Écrans ou fenêtres',
    loading: 'Recherche des écrans et des fenêtres',
    noScreens: 'Aucun écran trouvé.',
    noWindows: 'Aucune autre fenêtre n’est ouverte. Ouvrez-en une, elle apparaîtra ici.',
    failed: 'Votre système ne donne pas la liste des écrans et des fenêtres. Parley continue d’essayer.',
    denied: 'Votre système ne laisse pas Parley voir votre écran.',
    deniedHint:
      'Ouvrez Réglages Système, Confidentialité et sécurité, Enregistrement de l’écran, et activez Parley. Quittez ensuite Parley et rouvrez-le.',
    sound: 'Partager le son de cet ordinateur',
    soundHint: 'Les autres entendent ce que joue votre ordinateur, en plus de votre voix.',
    share: 'Partager',
    ask: 'Demander à partager',
    cancel: 'Annuler',
    noPicture: 'Pas d’aperçu',
  },
  bar: {
    screen: 'Vous partagez {{name}}',
    withSound: 'Avec le son de cet ordinateur.',
    starting: 'Début du partage de {{name}}',
    asking: '{{name}} a reçu votre demande de partage',
    askingHint: 'Votre partage commence dès la fin du sien.',
    stop: 'Arrêter',
    cancel: 'Annuler',
  },
  view: {
    actual: 'Taille réelle',
    fit: 'Ajuster à la fenêtre',
    full: 'Plein écran',
    leaveFull: 'Quitter le plein écran',
    area: '{{name}}, en taille réelle',
  },
  asked: {
    title: '{{name}} voudrait partager',
    text: 'Si vous acceptez, votre partage s’arrête et le sien commence.',
    stay: 'Continuer à partager',
    accept: 'Laisser partager',
  },
  ended: {
    gone: 'Vous ne partagez plus : {{name}} a été fermé.',
    refused: 'Votre système n’a pas laissé Parley partager {{name}}.',
    failed: 'Impossible de partager {{name}}. Réessayez ou choisissez autre chose.',
    taken: 'Quelqu’un d’autre a commencé à partager juste avant vous.',
    declined: '{{name}} continue de partager pour l’instant.',
    unanswered: '{{name}} n’a pas répondu et continue de partager.',
  },
  begun: '{{name}} partage son écran',
  over: '{{name}} ne partage plus',
};
