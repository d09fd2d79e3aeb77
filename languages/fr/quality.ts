import type { quality as qualityInEnglish } from '../en/quality.ts';
import type { Translation } from '../translation.ts';

export const quality: Translation<typeof qualityInEnglish, 'fr'> = {
  open: 'Détails de la connexion',
  title: 'Connexion avec {{name}}',
  mark: {
    good: 'Bonne connexion',
    fair: 'Connexion moyenne',
    poor: 'Mauvaise connexion',
  },
  lead: {
    good: 'Les voix et les images passent bien.',
    fair: 'De temps en temps, quelque chose peut saccader.',
    poor: 'Trop de données se perdent ou arrivent tard : les voix et les images se coupent.',
    notUp: 'Il n’y a pas de connexion avec cette personne en ce moment.',
  },
  measuring: 'Mesure en cours',
  none: 'Aucune donnée',
  milliseconds: '{{value}} ms',
  kilobits: '{{value}} kbit/s',
  picture: '{{width}} × {{height}}, {{rate}} par seconde',
  roundTrip: 'Aller-retour',
  lossIn: 'Pertes à la réception',
  lossOut: 'Pertes à l’envoi',
  jitter: 'Gigue',
  bitsIn: 'Reçu',
  bitsOut: 'Envoyé',
  pictureIn: 'Son image',
  pictureOut: 'Votre image',
  voice: 'Son',
  path: 'Chemin',
  direct: 'Direct',
  relayed: 'Par un relais',
  poorBanner: 'Votre réseau est mauvais en ce moment.',
  poorHint: 'Les autres vous entendent peut-être mal. Rapprochez-vous du routeur ou utilisez un câble.',
  poorHintVideo: 'Les autres vous entendent peut-être mal. Arrêter votre vidéo ou utiliser un câble peut aider.',
  videoOff: 'Arrêter ma vidéo',
};
