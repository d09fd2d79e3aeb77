import type { desktop as desktopInEnglish } from '../en/desktop.ts';
import type { Translation } from '../translation.ts';

export const desktop: Translation<typeof desktopInEnglish, 'fr'> = {
  shortcuts: {
    hint: 'En réunion, quel que soit le programme au premier plan.',
    keywords: 'global système raccourci clavier arrière-plan',
    mute: 'Couper ou activer le micro, de partout',
    leave: 'Quitter la réunion, de partout',
    none: 'Non défini',
    record: 'Définir les touches pour : {{action}}',
    change: 'Modifier',
    set: 'Définir',
    clear: 'Effacer les touches pour : {{action}}',
    recording: 'Appuyez maintenant sur les touches. Échap les laisse telles quelles.',
    unfit: 'Maintenez aussi Ctrl, Alt ou la touche système, ou appuyez sur une touche de fonction.',
    taken: '{{keys}} ne fait rien pour l’instant : un autre programme l’utilise.',
    takenHint: 'Définissez d’autres touches dans les paramètres, ou libérez celles-ci dans l’autre programme.',
  },
  talk: {
    hint: 'Dans la fenêtre de Parley : on vous entend tant que vous maintenez la touche.',
    label: 'Touche à maintenir pour parler',
    none: 'Aucune',
    keywords: 'appuyer pour parler talkie-walkie espace muet',
  },
  mini: {
    title: 'Parley : petite fenêtre',
    setting: 'Petite fenêtre quand Parley est réduit',
    settingHint: 'Elle reste au premier plan, montre qui parle et permet de couper le micro et de partir.',
    keywords: 'incrustation image dans l’image pip flottante premier plan réduite',
    open: 'Petite fenêtre',
    back: 'Revenir à la réunion',
    alone: 'Il n’y a personne d’autre',
    speaking: '{{name}} parle',
    others_one: '{{count}} autre',
    others_other: '{{count}} autres',
  },
  autostart: {
    setting: 'Lancer Parley à l’ouverture de session',
    settingHint: 'Il attend dans la zone de notification, sans fenêtre.',
    keywords: 'démarrage automatique session lancement',
  },
  updates: {
    setting: 'Mises à jour',
    keywords: 'nouvelle version mettre à jour télécharger installer',
    check: 'Rechercher des mises à jour',
    state: {
      idle: 'Parley recherche les mises à jour une fois par jour.',
      current: 'C’est la version la plus récente.',
      checking: 'Recherche d’une mise à jour…',
      downloading: 'Téléchargement de la version {{version}} : {{percent}} %',
      ready: 'La version {{version}} est prête. Elle n’est jamais installée pendant une réunion.',
      readyOnQuit: 'La version {{version}} sera installée quand vous quitterez Parley.',
    },
    off: {
      development: 'Désactivées : Parley s’exécute ici depuis ses sources.',
      unsupported:
        'Désactivées : ce paquet de Parley ne peut pas se remplacer lui-même. Cherchez-en un plus récent là où vous l’avez obtenu.',
      policy: 'Désactivées par la politique de cet ordinateur.',
      'bad-policy': 'Désactivées : la politique de cet ordinateur est illisible. Demandez à la personne qui le gère.',
    },
    failed: {
      unreachable: 'Les mises à jour sont injoignables. Vérifiez le réseau, puis réessayez.',
      unreadable: 'Parley ne comprend pas ce qui s’y trouve. Réessayez plus tard.',
      tampered:
        'Le téléchargement n’était pas ce qu’il devait être et a été jeté. Rien n’a été installé. Réessayez plus tard.',
      'not-written': 'La mise à jour n’a pas pu être écrite. Libérez de l’espace, puis réessayez.',
    },
    ready: 'Parley {{version}} est prêt',
    readyHint: 'Cela prend quelques secondes, puis Parley redémarre.',
    restart: 'Redémarrer maintenant',
    whenIQuit: 'Quand je quitte',
  },
  leave: {
    text: 'Vous êtes le seul hôte. La réunion continue sans vous.',
    remember: 'Ne plus me demander : quitter sans laisser d’hôte',
    setting: 'Demander qui sera hôte après moi',
    keywords: 'confier successeur zone de notification quitter',
    settingHint: 'Quand vous quittez par la zone de notification, un raccourci ou la fenêtre.',
  },
};
