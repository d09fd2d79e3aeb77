import type { desktop as desktopInEnglish } from '../en/desktop.ts';
import type { Translation } from '../translation.ts';

export const desktop: Translation<typeof desktopInEnglish, 'de'> = {
  shortcuts: {
    hint: 'Im Meeting, egal welches Programm vorn ist.',
    keywords: 'global systemweit kürzel tastatur hintergrund',
    mute: 'Stummschaltung umschalten, von überall',
    leave: 'Das Meeting verlassen, von überall',
    none: 'Nicht festgelegt',
    record: 'Tasten festlegen für: {{action}}',
    change: 'Ändern',
    set: 'Festlegen',
    clear: 'Tasten entfernen für: {{action}}',
    recording: 'Drücken Sie jetzt die Tasten. Esc lässt sie, wie sie sind.',
    unfit: 'Halten Sie auch Strg, Alt oder die Systemtaste, oder drücken Sie eine Funktionstaste.',
    taken: '{{keys}} bewirkt gerade nichts: Ein anderes Programm benutzt es.',
    takenHint: 'Legen Sie in den Einstellungen andere Tasten fest, oder geben Sie diese im anderen Programm frei.',
  },
  talk: {
    hint: 'Im Parley-Fenster: Man hört Sie, solange Sie die Taste halten.',
    label: 'Taste, die man zum Sprechen hält',
    none: 'Keine',
    keywords: 'push to talk walkie-talkie leertaste stumm',
  },
  mini: {
    title: 'Parley: kleines Fenster',
    setting: 'Kleines Fenster, solange Parley minimiert ist',
    settingHint: 'Es bleibt vorn, zeigt, wer spricht, und lässt Sie stummschalten und gehen.',
    keywords: 'bild in bild schwebend immer im vordergrund minimiert',
    open: 'Kleines Fenster',
    back: 'Zurück zum Meeting',
    alone: 'Sonst ist niemand hier',
    speaking: '{{name}} spricht',
    others_one: '{{count}} weitere Person',
    others_other: '{{count}} weitere',
  },
  autostart: {
    setting: 'Parley beim Anmelden starten',
    settingHint: 'Es wartet im Infobereich, ohne Fenster.',
    keywords: 'autostart start anmeldung hochfahren login',
  },
  updates: {
    setting: 'Updates',
    keywords: 'neue version aktualisierung herunterladen installieren',
    check: 'Nach Updates suchen',
    state: {
      idle: 'Parley sucht einmal am Tag nach Updates.',
      current: 'Dies ist die neueste Version.',
      checking: 'Es wird nach einem Update gesucht …',
      downloading: 'Version {{version}} wird heruntergeladen: {{percent}} %',
      ready: 'Version {{version}} ist bereit. Während eines Meetings wird sie nie installiert.',
      readyOnQuit: 'Version {{version}} wird installiert, wenn Sie Parley beenden.',
    },
    off: {
      development: 'Aus: Parley läuft hier aus seinen Quellen.',
      unsupported:
        'Aus: Dieses Paket von Parley kann sich nicht selbst ersetzen. Sehen Sie dort nach einem neueren, wo Sie es herhaben.',
      policy: 'Aus, nach der Richtlinie dieses Computers.',
      'bad-policy': 'Aus: Die Richtlinie dieses Computers ist nicht lesbar. Fragen Sie, wer ihn betreut.',
    },
    failed: {
      unreachable: 'Die Updates sind nicht erreichbar. Prüfen Sie das Netzwerk und versuchen Sie es dann erneut.',
      unreadable: 'Was dort lag, ergibt für Parley keinen Sinn. Versuchen Sie es später erneut.',
      tampered:
        'Der Download war nicht, was er sein sollte, und wurde verworfen. Nichts wurde installiert. Versuchen Sie es später erneut.',
      'not-written': 'Das Update konnte nicht geschrieben werden. Schaffen Sie Platz und versuchen Sie es dann erneut.',
    },
    ready: 'Parley {{version}} ist bereit',
    readyHint: 'Es dauert ein paar Sekunden, dann startet Parley neu.',
    restart: 'Jetzt neu starten',
    whenIQuit: 'Beim Beenden',
  },
  leave: {
    text: 'Sie sind der einzige Host. Das Meeting geht ohne Sie weiter.',
    remember: 'Nicht mehr fragen: ohne Host verlassen',
    setting: 'Fragen, wer nach mir Host ist',
    keywords: 'übergeben nachfolge infobereich beenden',
    settingHint: 'Wenn Sie über den Infobereich, ein Kürzel oder das Fenster gehen.',
  },
};
