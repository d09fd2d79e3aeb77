import type { stage as stageInEnglish } from '../en/stage.ts';
import type { Translation } from '../translation.ts';

export const stage: Translation<typeof stageInEnglish, 'fr'> = {
  view: 'Affichage',
  layout: 'Disposition',
  modes: { grid: 'Grille', speaker: 'Intervenant' },
  self: 'Votre propre image',
  selfInGrid: 'Dans la grille',
  selfFloating: 'Dans un coin',
  selfHidden: 'Masquer mon image',
  moveSelf: 'Déplacer votre image avec les flèches',
  corners: {
    'top-start': 'Votre image est en haut à gauche',
    'top-end': 'Votre image est en haut à droite',
    'bottom-start': 'Votre image est en bas à gauche',
    'bottom-end': 'Votre image est en bas à droite',
  },
  hideQuiet: 'Masquer les personnes sans vidéo',
  quiet_one: '{{count}} personne sans vidéo',
  quiet_other: '{{count}} personnes sans vidéo',
  nobodyWithVideo: 'Personne n’a activé sa vidéo.',
  fullScreen: 'Plein écran',
  options: 'Options pour {{name}}',
  pin: 'Épingler pour moi',
  unpin: 'Ne plus épingler',
  pinned: 'Épinglé par vous',
  spotlight: 'Mettre en avant pour tous',
  unspotlight: 'Ne plus mettre en avant',
  spotlit: 'Mis en avant pour tous',
  screenOf: 'Écran de {{name}}',
};
