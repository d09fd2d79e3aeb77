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
  leave: {
    text: 'Vous êtes le seul hôte. La réunion continue sans vous.',
    remember: 'Ne plus me demander : quitter sans laisser d’hôte',
    setting: 'Demander qui sera hôte après moi',
    keywords: 'confier successeur zone de notification quitter',
    settingHint: 'Quand vous quittez par la zone de notification, un raccourci ou la fenêtre.',
  },
};
