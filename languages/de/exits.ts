import type {
  ending as endingInEnglish,
  leaving as leavingInEnglish,
  over as overInEnglish,
  prompts as promptsInEnglish,
  receipts as receiptsInEnglish,
  removing as removingInEnglish,
} from '../en/exits.ts';
import type { Translation } from '../translation.ts';

export const ending: Translation<typeof endingInEnglish, 'de'> = {
  title: 'Das Meeting für alle beenden?',
  text_zero: 'Das Meeting endet für Sie.',
  text_one: 'Sie und {{count}} weitere Person sind sofort draußen.',
  text_other: 'Sie und {{count}} weitere Personen sind sofort draußen.',
  textSoon_one: 'Sie und {{count}} weitere Person sind in {{seconds}} Sekunden draußen. Alle sehen den Countdown.',
  textSoon_other: 'Sie und {{count}} weitere Personen sind in {{seconds}} Sekunden draußen. Alle sehen den Countdown.',
  when: 'Wann',
  whens: {
    now: 'Jetzt',
    soon_one: 'In {{count}} Sekunde',
    soon_other: 'In {{count}} Sekunden',
  },
  countdown: {
    left: 'Ende in {{count}} s, durch {{name}}',
    now: 'Endet jetzt, durch {{name}}',
    locked: 'Es wird gesperrt: Man kann nicht wieder beitreten.',
    cancel: 'Ende abbrechen',
    said_one: 'Das Meeting endet in {{count}} Sekunde, durch {{name}}.',
    said_other: 'Das Meeting endet in {{count}} Sekunden, durch {{name}}.',
  },
  lock: 'Das Meeting sperren, damit niemand wieder beitritt',
  lockHint: 'Nur ein Host kann es später öffnen.',
  confirm: 'Für alle beenden',
  offline:
    'Sie sind offline; darum lässt sich das Meeting für die anderen gerade nicht beenden. Warten Sie auf die Verbindung, oder gehen Sie allein.',
};

export const leaving: Translation<typeof leavingInEnglish, 'de'> = {
  title: 'Das Meeting verlassen?',
  handOverTo: 'An {{name}} übergeben und verlassen',
  withoutHost: 'Ohne Host verlassen',
  othersStay: 'Verlassen: Ein anderer Host bleibt',
  offline: 'Jetzt verlassen: Die anderen erfahren es später',
};

export const over: Translation<typeof overInEnglish, 'de'> = {
  titles: {
    ended: 'Das Meeting wurde beendet',
    removed: 'Sie wurden aus dem Meeting entfernt',
    'sent-back': 'Sie wurden in die Lobby zurückgeschickt',
    'other-device': 'Auf einem anderen Gerät fortgesetzt',
    closed: 'Das Meeting wurde geschlossen',
    alone: 'Sie haben das Meeting verlassen, weil sonst niemand da war',
    lost: 'Verbindung verloren',
    'viewer-mode': 'Sie haben zwischen Sprecher und Zuschauer gewechselt',
    'off-stage': 'Zum Sprechen ist kein Platz mehr',
    unknown: 'Sie sind nicht mehr im Meeting',
    'not-let-in': 'Sie konnten nicht wieder hinein',
    'switch-failed': 'Dem anderen Meeting konnten Sie nicht beitreten',
    left: 'Sie haben das Meeting verlassen',
  },
  who: {
    ended: '{{name}} hat das Meeting für alle beendet.',
    endedByNobody: 'Das Meeting wurde für alle beendet. Von wem, ist nicht bekannt.',
    endedByApi: 'Die Verwaltung hat das Meeting für alle beendet.',
    removed: '{{name}} hat Sie aus dem Meeting entfernt.',
    removedByNobody: 'Sie wurden entfernt. Von wem, ist nicht bekannt.',
    removedByApi: 'Die Verwaltung hat Sie aus dem Meeting entfernt.',
    'sent-back': '{{name}} hat Sie in die Lobby zurückgeschickt.',
    'sent-backByNobody': 'Sie wurden in die Lobby zurückgeschickt. Von wem, ist nicht bekannt.',
    'other-device': 'Sie sind mit einem anderen Gerät beigetreten; es hat hier Ihren Platz übernommen.',
    closed: 'Die Zeit des Meetings war um, es war niemand mehr da, oder sein Server wurde abgeschaltet.',
    closedBy: {
      duration: 'Die Zeit des Meetings war um.',
      'no-host': 'Das Meeting war zu lange ohne Host.',
      shutdown: 'Der Server des Meetings wurde abgeschaltet.',
      alone:
        'Sie waren allein im Meeting und haben nicht gesagt, dass Sie bleiben wollen; darum hat Parley es verlassen.',
    },
    lost: 'Die Verbindung zum Meeting brach ab und kam nicht rechtzeitig wieder.',
    gaveUp: 'Parley hat es eine Weile versucht und dann aufgegeben.',
    'viewer-mode':
      'Ihr Platz hat zwischen Sprecher und Zuschauer gewechselt. Treten Sie wieder bei, um den neuen einzunehmen.',
    'off-stage':
      'Im Meeting dürfen jetzt weniger Leute sprechen, und Sie gehörten zu den Neuesten. Als Zuschauer können Sie wiederkommen.',
    unknown: 'Der Server hat keinen Grund genannt.',
    'not-let-in': 'Die Verbindung war wieder da, aber das Meeting hat Sie nicht hineingelassen.',
    'switch-failed': 'Das erste Meeting haben Sie verlassen, und das zweite hat Sie nicht hineingelassen.',
    'switch-failed-to':
      'Sie haben das erste Meeting für {{room}} verlassen, das Sie nicht hineingelassen hat. Sie sind in keinem von beiden.',
    left: 'Sie haben das Meeting verlassen.',
  },
  after: {
    endedLocked: 'Das Meeting ist gesperrt: Man kann nicht wieder beitreten.',
    barred: 'Sie können diesem Meeting nicht wieder beitreten.',
    mayGoBack: 'Wieder beitreten bringt Sie in das erste zurück.',
    mayRejoin: 'Sie können wieder beitreten, wenn Sie möchten.',
    mayKnock: 'Wieder beitreten bittet noch einmal um Einlass.',
    mayReopen: 'Wer wieder beitritt, eröffnet es neu.',
  },
  wayBack: {
    asHost: 'Sie kommen als Host zurück.',
    'room-locked': 'Das Meeting ist gesperrt: Gerade kommt niemand hinein.',
    mayUnlock: 'Das Meeting ist gesperrt. Öffnen Sie es, um die Sperre aufzuheben und beizutreten.',
    'room-full': 'Das Meeting ist gerade voll.',
    barred: 'Sie können diesem Meeting nicht wieder beitreten: Ein Host lässt Sie nicht hinein.',
    'room-not-found': 'Das Meeting gibt es nicht mehr.',
    unreachable: 'Der Server ist gerade nicht erreichbar. Parley fragt weiter.',
  },
  facts: {
    code: 'Code',
    type: 'Art',
    time: 'Zeit',
    meeting: 'Meeting',
    server: 'Server',
    sought: 'Nicht eingelassen in',
    error: 'Antwort des Servers',
    by: 'Durch',
    note: 'Genannter Grund',
    locked: 'Gesperrt',
    yes: 'Niemand kann wieder beitreten',
    barred: 'Ich kann nicht wieder beitreten',
    policy: 'Regel',
    stay: 'Dauer der Teilnahme',
    connection: 'Verbindung',
    connections: {
      live: 'Steht',
      lost: 'Weg seit {{time}}',
      none: 'Nicht im Meeting',
    },
    app: 'App',
  },
};

export const prompts: Translation<typeof promptsInEnglish, 'de'> = {
  openLink: {
    title: 'Diesem Meeting beitreten?',
    text: 'Auf diesem Computer wurde ein Link geöffnet. Noch wurde zu nichts verbunden.',
    inMeeting: 'Sie treten gerade einem Meeting bei. Wenn Sie fortfahren, verlassen Sie es.',
    meeting: 'Meeting',
    server: 'Server',
    accept: 'Fortfahren',
    acceptInMeeting: 'Verlassen und fortfahren',
  },
  trust: {
    title: 'Einen neuen Server nutzen?',
    text: 'Sie nutzen {{server}} zum ersten Mal. Er sieht Ihren Namen, Ihre Netzadresse und wer sonst im Meeting ist.',
    advice: 'Fahren Sie nur fort, wenn Sie dem Absender des Links vertrauen.',
    accept: 'Fortfahren',
  },
  badLink: {
    title: 'Dieser Link lässt sich nicht öffnen',
    text: 'Er ist unvollständig oder kein Parley-Link. Bitten Sie um einen neuen, oder geben Sie den Meeting-Code ein.',
    fact: 'Was nicht stimmt',
  },
  closeWindow: {
    title: 'Das Meeting verlassen?',
    text: 'Sie schließen das Fenster mitten im Meeting. Parley kann im Infobereich weiterlaufen; dort können Sie sich stummschalten und das Meeting verlassen.',
    keepRunning: 'Weiterlaufen lassen',
    leave: 'Verlassen',
    remember: 'Auswahl merken',
  },
  served_one: 'Das Meeting läuft auf diesem Computer: {{count}} weitere Person verliert es.',
  served_other: 'Das Meeting läuft auf diesem Computer: {{count}} weitere Personen verlieren es.',
  servedHint:
    'Sie können weitermachen, wenn Parley hier wieder startet. Damit es jetzt weitergeht, lassen Sie Parley laufen.',
  quitServing: {
    title: 'Parley beenden?',
    text: 'Sie sind in keinem Meeting mehr, andere schon.',
    accept: 'Trotzdem beenden',
  },
  quit: {
    title: 'Das Meeting verlassen?',
    text: 'Wenn Sie Parley beenden, verlassen Sie das Meeting.',
    accept: 'Verlassen und beenden',
  },
  alone: {
    title: 'Sie sind allein hier',
    text: 'Seit einer Weile ist niemand anderes in diesem Meeting. Möchten Sie bleiben?',
    stay: 'Bleiben',
    left_one: 'Ohne Antwort verlässt Parley das Meeting in {{count}} Sekunde.',
    left_other: 'Ohne Antwort verlässt Parley das Meeting in {{count}} Sekunden.',
  },
  unmute: {
    title: {
      microphone: '{{name}} bittet Sie, das Mikrofon einzuschalten',
      camera: '{{name}} bittet Sie, das Video zu starten',
      both: '{{name}} bittet Sie, Mikrofon und Video einzuschalten',
    },
    text: {
      microphone: 'Man hört Sie nur, wenn Sie es tun.',
      camera: 'Man sieht Sie nur, wenn Sie es tun.',
      both: 'Man hört und sieht Sie nur, wenn Sie es tun.',
    },
    accept: {
      microphone: 'Stummschaltung aufheben',
      camera: 'Video starten',
      both: 'Mikrofon und Video einschalten',
    },
    stay: {
      microphone: 'Stumm bleiben',
      camera: 'Video aus lassen',
      both: 'So bleiben',
    },
  },
};

export const receipts: Translation<typeof receiptsInEnglish, 'de'> = {
  title: 'Was ist geschehen?',
  lead: 'Wie frühere Meetings für Sie endeten. Nur auf diesem Computer gespeichert.',
  leadOf: 'Wie {{room}} für Sie endete. Nur auf diesem Computer gespeichert.',
  none: 'Dazu ist nichts gespeichert.',
  all: 'Was in früheren Meetings geschah',
  whatHappened: 'Was ist in {{room}} geschehen?',
  heading: 'Parley: {{title}}',
  stay: 'nach {{time}}',
  code: 'Code {{code}}',
  copy: 'Beleg kopieren',
  copied: 'Beleg kopiert',
  forget: '„{{title}}“, {{time}}, löschen',
  forgetAll: 'Alle löschen',
};

export const removing: Translation<typeof removingInEnglish, 'de'> = {
  title: '{{name}} entfernen?',
  text: '{{name}} ist sofort draußen und liest Ihren Grund.',
  bar: 'Nicht wieder hineinlassen',
  barHint: 'Auch nicht mit demselben Link oder von einem anderen Gerät.',
  confirm: 'Entfernen',
};
