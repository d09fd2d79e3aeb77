import type {
  ending as endingInEnglish,
  leaving as leavingInEnglish,
  over as overInEnglish,
  prompts as promptsInEnglish,
  receipts as receiptsInEnglish,
  removing as removingInEnglish,
} from '../en/exits.ts';
import type { Translation } from '../translation.ts';

export const ending: Translation<typeof endingInEnglish, 'fr'> = {
  title: 'Terminer la réunion pour tous ?',
  text_zero: 'La réunion se termine pour vous.',
  text_one: 'Vous et {{count}} autre personne sortez aussitôt.',
  text_other: 'Vous et {{count}} autres personnes sortez aussitôt.',
  textSoon_one:
    'Vous et {{count}} autre personne sortez dans {{seconds}} secondes. Tout le monde voit le compte à rebours.',
  textSoon_other:
    'Vous et {{count}} autres personnes sortez dans {{seconds}} secondes. Tout le monde voit le compte à rebours.',
  when: 'Quand',
  whens: {
    now: 'Maintenant',
    soon_one: 'Dans {{count}} seconde',
    soon_other: 'Dans {{count}} secondes',
  },
  countdown: {
    left: 'Fin dans {{count}} s, par {{name}}',
    now: 'Fin immédiate, par {{name}}',
    locked: 'Elle sera verrouillée : on ne pourra pas y revenir.',
    cancel: 'Annuler la fin',
    said_one: 'La réunion se termine dans {{count}} seconde, par {{name}}.',
    said_other: 'La réunion se termine dans {{count}} secondes, par {{name}}.',
  },
  lock: 'Verrouiller la réunion pour que personne n’y revienne',
  lockHint: 'Seul un hôte pourra la déverrouiller.',
  confirm: 'Terminer pour tous',
  offline:
    'Vous êtes hors ligne : la réunion ne peut pas être terminée pour les autres. Attendez la connexion, ou quittez seul.',
};

export const leaving: Translation<typeof leavingInEnglish, 'fr'> = {
  title: 'Quitter la réunion ?',
  handOverTo: 'Confier à {{name}} et quitter',
  withoutHost: 'Quitter sans laisser d’hôte',
  othersStay: 'Quitter : un autre hôte reste',
  offline: 'Quitter maintenant : les autres l’apprendront plus tard',
};

export const over: Translation<typeof overInEnglish, 'fr'> = {
  titles: {
    ended: 'La réunion a été terminée',
    removed: 'Vous avez été retiré de la réunion',
    'sent-back': 'Vous avez été renvoyé en salle d’attente',
    'other-device': 'Poursuivi sur un autre appareil',
    closed: 'La réunion a été fermée',
    alone: 'Vous êtes sorti, car personne d’autre n’était là',
    lost: 'Connexion perdue',
    'viewer-mode': 'Vous êtes passé d’intervenant à spectateur ou inversement',
    'off-stage': 'Il n’y a plus de place pour intervenir',
    unknown: 'Vous n’êtes plus dans la réunion',
    'not-let-in': 'Vous n’avez pas pu revenir',
    'switch-failed': 'L’autre réunion n’a pas pu être rejointe',
    left: 'Vous avez quitté la réunion',
  },
  who: {
    ended: '{{name}} a terminé la réunion pour tous.',
    endedByNobody: 'La réunion a été terminée pour tous. On ignore par qui.',
    endedByApi: 'Un administrateur a terminé la réunion pour tous.',
    removed: '{{name}} vous a retiré de la réunion.',
    removedByNobody: 'Vous avez été retiré. On ignore par qui.',
    removedByApi: 'Un administrateur vous a retiré de la réunion.',
    'sent-back': '{{name}} vous a renvoyé en salle d’attente.',
    'sent-backByNobody': 'Vous avez été renvoyé en salle d’attente. On ignore par qui.',
    'other-device': 'Vous avez rejoint depuis un autre appareil, qui a pris votre place ici.',
    closed: 'La réunion a atteint sa durée limite, est restée vide, ou son serveur a été arrêté.',
    closedBy: {
      duration: 'La réunion a atteint sa durée limite.',
      'no-host': 'La réunion est restée trop longtemps sans hôte.',
      shutdown: 'Le serveur de la réunion a été arrêté.',
      alone: 'Vous étiez seul dans la réunion et n’avez pas dit vouloir rester ; Parley l’a donc quittée.',
    },
    lost: 'La connexion à la réunion a été perdue et n’est pas revenue à temps.',
    gaveUp: 'Parley a tenté un moment de se reconnecter, puis a renoncé.',
    'viewer-mode':
      'Votre place a changé entre intervenant et spectateur. Rejoignez à nouveau pour prendre la nouvelle.',
    'off-stage':
      'La réunion est limitée à moins d’intervenants, et vous étiez parmi les derniers arrivés. Vous pouvez revenir en spectateur.',
    unknown: 'Le serveur n’a donné aucun motif.',
    'not-let-in': 'La connexion était revenue, mais la réunion ne vous a pas laissé entrer.',
    'switch-failed': 'Vous avez quitté la première réunion, et la seconde ne vous a pas laissé entrer.',
    'switch-failed-to':
      'Vous avez quitté la première réunion pour {{room}}, qui ne vous a pas laissé entrer. Vous n’êtes dans aucune des deux.',
    left: 'Vous avez quitté la réunion.',
  },
  after: {
    endedLocked: 'La réunion est verrouillée : on ne peut pas y revenir.',
    barred: 'Vous ne pouvez pas revenir dans cette réunion.',
    mayGoBack: 'Revenir vous ramène à la première.',
    mayRejoin: 'Vous pouvez revenir si vous le souhaitez.',
    mayKnock: 'Revenir redemande à entrer.',
    mayReopen: 'La rejoindre la rouvre.',
  },
  wayBack: {
    asHost: 'Vous revenez en tant qu’hôte.',
    'room-locked': 'La réunion est verrouillée : personne n’y entre pour l’instant.',
    mayUnlock: 'La réunion est verrouillée. Ouvrez-la pour lever le verrou et la rejoindre.',
    'room-full': 'La réunion est complète pour l’instant.',
    barred: 'Vous ne pouvez pas revenir dans cette réunion : un hôte ne vous laisse pas entrer.',
    'room-not-found': 'La réunion n’existe plus.',
    unreachable: 'Le serveur est injoignable pour l’instant. Parley continue de demander.',
  },
  facts: {
    code: 'Code',
    type: 'Type',
    time: 'Heure',
    meeting: 'Réunion',
    server: 'Serveur',
    sought: 'Non admis dans',
    error: 'Réponse du serveur',
    by: 'Par',
    note: 'Motif donné',
    locked: 'Verrouillée',
    yes: 'Personne ne peut revenir',
    barred: 'Je ne peux pas revenir',
    policy: 'Règle',
    stay: 'Durée de présence',
    connection: 'Connexion',
    connections: {
      live: 'Établie',
      lost: 'Perdue depuis {{time}}',
      none: 'Hors de la réunion',
    },
    app: 'Application',
  },
};

export const prompts: Translation<typeof promptsInEnglish, 'fr'> = {
  openLink: {
    title: 'Rejoindre cette réunion ?',
    text: 'Un lien a été ouvert sur cet ordinateur. Rien n’a encore été contacté.',
    inMeeting: 'Vous rejoignez une réunion. Si vous continuez, vous la quittez.',
    meeting: 'Réunion',
    server: 'Serveur',
    accept: 'Continuer',
    acceptInMeeting: 'Quitter et continuer',
  },
  trust: {
    title: 'Utiliser un nouveau serveur ?',
    text: 'Vous utilisez {{server}} pour la première fois. Il verra votre nom, votre adresse réseau et qui d’autre est dans la réunion.',
    advice: 'Ne continuez que si vous faites confiance à la personne qui vous a envoyé le lien.',
    accept: 'Continuer',
  },
  badLink: {
    title: 'Ce lien ne peut pas être ouvert',
    text: 'Il est incomplet ou n’est pas un lien Parley. Demandez-en un autre, ou saisissez le code de la réunion.',
    fact: 'Ce qui ne va pas',
  },
  closeWindow: {
    title: 'Quitter la réunion ?',
    text: 'Vous fermez la fenêtre en pleine réunion. Parley peut continuer dans la zone de notification, d’où vous pouvez couper le micro et quitter.',
    keepRunning: 'Laisser tourner',
    leave: 'Quitter',
    remember: 'Mémoriser mon choix',
  },
  served_one: 'La réunion tourne sur cet ordinateur : {{count}} autre personne la perd.',
  served_other: 'La réunion tourne sur cet ordinateur : {{count}} autres personnes la perdent.',
  servedHint:
    'Elles pourront continuer quand Parley sera relancé ici. Pour qu’elles continuent maintenant, laissez Parley tourner.',
  quitServing: {
    title: 'Quitter Parley ?',
    text: 'Vous n’êtes plus en réunion, mais d’autres le sont.',
    accept: 'Quitter quand même',
  },
  quit: {
    title: 'Quitter la réunion ?',
    text: 'Quitter Parley vous fait sortir de la réunion.',
    accept: 'Quitter la réunion et Parley',
  },
  alone: {
    title: 'Vous êtes seul ici',
    text: 'Personne d’autre n’est dans cette réunion depuis un moment. Voulez-vous rester ?',
    stay: 'Rester',
    left_one: 'Sans réponse, Parley quitte dans {{count}} seconde.',
    left_other: 'Sans réponse, Parley quitte dans {{count}} secondes.',
  },
  unmute: {
    title: {
      microphone: '{{name}} vous demande d’activer votre micro',
      camera: '{{name}} vous demande de démarrer votre vidéo',
      both: '{{name}} vous demande d’activer votre micro et votre vidéo',
    },
    text: {
      microphone: 'Personne ne vous entend à moins que vous ne le fassiez.',
      camera: 'Personne ne vous voit à moins que vous ne le fassiez.',
      both: 'Personne ne vous entend ni ne vous voit à moins que vous ne le fassiez.',
    },
    accept: {
      microphone: 'Activer le micro',
      camera: 'Démarrer la vidéo',
      both: 'Activer micro et vidéo',
    },
    stay: {
      microphone: 'Rester muet',
      camera: 'Laisser la vidéo coupée',
      both: 'Rester ainsi',
    },
  },
};

export const receipts: Translation<typeof receiptsInEnglish, 'fr'> = {
  title: 'Que s’est-il passé ?',
  lead: 'Comment vos réunions précédentes se sont terminées. Conservé sur cet ordinateur uniquement.',
  leadOf: 'Comment {{room}} s’est terminée pour vous. Conservé sur cet ordinateur uniquement.',
  none: 'Rien n’en est conservé.',
  all: 'Ce qui s’est passé dans les réunions précédentes',
  whatHappened: 'Que s’est-il passé dans {{room}} ?',
  heading: 'Parley : {{title}}',
  stay: 'après {{time}}',
  code: 'code {{code}}',
  copy: 'Copier le reçu',
  copied: 'Reçu copié',
  forget: 'Supprimer « {{title}} », {{time}}',
  forgetAll: 'Tout supprimer',
};

export const removing: Translation<typeof removingInEnglish, 'fr'> = {
  title: 'Retirer {{name}} ?',
  text: '{{name}} sort aussitôt et lit votre motif.',
  bar: 'Ne pas laisser revenir',
  barHint: 'Ni avec le même lien, ni depuis un autre appareil.',
  confirm: 'Retirer',
};
