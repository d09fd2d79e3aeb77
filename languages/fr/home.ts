import type { home as homeInEnglish } from '../en/home.ts';
import type { Translation } from '../translation.ts';

export const home: Translation<typeof homeInEnglish, 'fr'> = {
  title: 'Démarrer ou rejoindre une réunion',
  tagline: 'Face à face, d’un bureau à l’autre.',
  or: 'ou',
  open: 'Ouvrir',
  openRoom: 'Ouvrir {{room}}',
  newMeeting: 'Nouvelle réunion',
  join: 'Rejoindre',
  joinField: 'Code de réunion ou lien',
  joinHint: 'Par exemple kfr-wmbe-tqa, ou un lien que l’on vous a envoyé.',
  joinEmpty: 'Saisissez d’abord un code de réunion ou collez un lien.',
  joinUnclear: 'Ce n’est ni un code de réunion ni un lien d’invitation. Un code ressemble à kfr-wmbe-tqa.',
  linkFound: 'Lien d’invitation à {{room}} sur {{server}}',
  recents: 'Réunions récentes',
  noRecents: 'Les réunions que vous rejoignez apparaîtront ici.',
  hosted: 'Cet ordinateur',
  onServer: '{{server}}',
  forget: 'Oublier {{room}}',
  settings: 'Paramètres',
  left: 'Vous avez quitté la réunion',
  ended: 'Vous avez terminé la réunion pour tous',
  endedLocked: 'Vous avez terminé la réunion pour tous et l’avez verrouillée',
  switched: 'Vous êtes passé à une autre réunion',
  leftMeeting: 'Réunion {{room}}',
  interrupted: 'Vous étiez dans {{room}} : y revenir ?',
  interruptedOnly: 'Vous étiez dans {{room}} quand Parley s’est arrêté',
  interruptedHow:
    'Cet ordinateur n’a pas d’endroit sûr pour les invitations ; Parley n’a donc plus celle-ci. Pour revenir, rouvrez le lien ou redemandez-le.',
  settingsSetAside: 'Votre fichier de paramètres était illisible ; Parley a démarré avec des paramètres neufs.',
  settingsSetAsideWhere: 'L’ancien fichier a été conservé : {{path}}',
  identityNotKept:
    'Cet ordinateur n’a pas d’endroit sûr pour les secrets : Parley oublie qui vous êtes en quittant. D’ici là seulement, vous pouvez redevenir hôte de vos réunions.',
  hostingFailed:
    'Le serveur intégré à Parley n’a pas démarré ; aucune réunion ne peut être hébergée sur cet ordinateur.',
  hostingFailedWhat: 'Redémarrez Parley, ou choisissez un autre serveur dans les paramètres.',
};
