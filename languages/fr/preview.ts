import type { capture as captureInEnglish, preview as previewInEnglish } from '../en/preview.ts';
import type { Translation } from '../translation.ts';

export const capture: Translation<typeof captureInEnglish, 'fr'> = {
  mute: 'Couper le micro',
  unmute: 'Activer le micro',
  stopVideo: 'Arrêter la vidéo',
  startVideo: 'Démarrer la vidéo',
  chooseMicrophone: 'Choisir le micro',
  chooseCamera: 'Choisir la caméra',
  goOnMuted: 'Continuer sans micro',
  goOnWithoutVideo: 'Continuer sans vidéo',
  problem: {
    microphone: {
      'capture-refused':
        'Parley n’a pas le droit d’utiliser le micro. Autorisez-le dans les réglages de confidentialité du système, puis réessayez.',
      'capture-not-found': 'Aucun micro trouvé. Branchez-en un ou choisissez-en un autre, puis réessayez.',
      'capture-busy': 'Un autre programme utilise le micro. Fermez-le, puis réessayez.',
    },
    camera: {
      'capture-refused':
        'Parley n’a pas le droit d’utiliser la caméra. Autorisez-le dans les réglages de confidentialité du système, puis réessayez.',
      'capture-not-found': 'Aucune caméra trouvée. Branchez-en une ou choisissez-en une autre, puis réessayez.',
      'capture-busy': 'Un autre programme utilise la caméra. Fermez-le, puis réessayez.',
    },
    screen: {
      'capture-refused':
        'Parley n’a pas le droit d’enregistrer l’écran. Autorisez-le dans les réglages de confidentialité du système.',
      'capture-not-found': 'Il n’y a plus d’écran ni de fenêtre à partager.',
      'capture-busy': 'L’écran ne peut pas être partagé pour l’instant. Réessayez dans un instant.',
    },
  },
};

export const preview: Translation<typeof previewInEnglish, 'fr'> = {
  title: 'Prêt à rejoindre ?',
  joiningTitle: 'Entrée dans la réunion',
  connecting: 'Connexion au serveur',
  attempt: 'Le serveur ne répond pas encore. Tentative {{attempt}}.',
  joinNow: 'Rejoindre maintenant',
  back: 'Retour',
  meeting: 'Réunion',
  server: 'Hébergée sur',
  thisComputer: 'cet ordinateur',
  lockedByMe:
    'La réunion est verrouillée : personne de nouveau n’y entre. Vous pouvez la déverrouiller et la rejoindre.',
  as: {
    host: 'Vous serez hôte : vous pourrez retirer des personnes, verrouiller la réunion et la terminer pour tous.',
    'co-host':
      'Vous serez co-hôte : vous pourrez laisser entrer des personnes, couper leur micro, les retirer et verrouiller la réunion.',
    guest: 'Vous serez invité : vous pourrez parler, montrer votre vidéo et inviter d’autres personnes.',
    viewer: 'Vous serez spectateur : vous verrez et entendrez tout le monde, sans parler ni montrer votre vidéo.',
  },
  asViewerForNow:
    'Le nombre d’intervenants permis est atteint. Vous entrez en spectateur : vous voyez et entendez tout le monde, et un hôte pourra vous laisser parler ensuite.',
  asSpeaker: 'Votre rôle sera {{role}} : vous participez avec ce qu’il permet.',
  asOnlooker: 'Votre rôle sera {{role}} : vous verrez et entendrez tout le monde, sans parler ni montrer votre vidéo.',
  asUnknown:
    'Vous pouvez parler et montrer votre vidéo. Un hôte peut retirer des personnes, verrouiller la réunion et la terminer.',
  nameNeeded: 'Saisissez le nom que les autres verront.',
  selfView: 'Votre vidéo',
  cameraOff: 'Votre caméra est coupée',
  cameraStarting: 'Votre caméra démarre',
  level: 'Niveau du micro',
  microphoneOff: 'Votre micro est coupé',
  speakToTest: 'Dites quelque chose : la barre devrait bouger.',
  unlock: 'Déverrouiller',
  deviceSettings: 'Paramètres des appareils',
  defaultDevice: 'Par défaut du système',
  unnamedDevice: '{{kind}} {{number}}',
};
