import type { roles as rolesInEnglish } from '../en/roles.ts';
import type { Translation } from '../translation.ts';

export const roles: Translation<typeof rolesInEnglish, 'fr'> = {
  make: {
    host: 'Nommer hôte',
    'co-host': 'Nommer co-hôte',
    guest: 'Faire passer en invité',
    viewer: 'Faire passer en spectateur',
  },
  makeOther: 'Donner le rôle : {{role}}',
  handOver: 'Confier à {{name}}',
  become: 'Quitter ce rôle : devenir {{role}}',
  became: '{{name}} est désormais {{role}}',
  becameBy: '{{name}} est désormais {{role}}, par {{by}}',
  becameByMe: '{{name}} est désormais {{role}}, par vous',
  steppedDown: '{{name}} a quitté son rôle et est désormais {{role}}',
  you: 'Vous êtes désormais {{role}}. {{may}}',
  youBy: 'Vous êtes désormais {{role}}, par {{by}}. {{may}}',
  may: {
    host: 'Vous pouvez tout faire ici, y compris terminer la réunion pour tous.',
    'co-host': 'Vous pouvez laisser entrer des personnes, couper leur micro, les retirer et verrouiller la réunion.',
    guest: 'Vous pouvez parler et montrer votre vidéo. Les deux sont coupés tant que vous ne les activez pas.',
    viewer: 'Vous voyez et entendez tout le monde. Votre micro et votre caméra sont coupés.',
  },
  maySpeak: 'Vous pouvez participer. Ce qui était coupé le reste tant que vous ne l’activez pas.',
  mayWatch: 'Vous voyez et entendez tout le monde, sans parler ni montrer votre vidéo.',
  names: {
    host: 'hôte',
    'co-host': 'co-hôte',
    guest: 'invité',
    viewer: 'spectateur',
  },
  barred: {
    microphone: 'Vous ne pouvez pas parler : votre rôle ici est {{role}}',
    camera: 'Vous ne pouvez pas montrer de vidéo : votre rôle ici est {{role}}',
    hint: '{{why}}. Un hôte peut changer cela.',
  },
  viewerForNow: 'Vous êtes spectateur pour l’instant : le nombre d’intervenants permis est atteint.',
  viewerForNowHint:
    'Vous voyez et entendez tout le monde. Quand quelqu’un cesse de parler, un hôte peut vous laisser parler.',
};
