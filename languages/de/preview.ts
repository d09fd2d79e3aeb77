import type { capture as captureInEnglish, preview as previewInEnglish } from '../en/preview.ts';
import type { Translation } from '../translation.ts';

export const capture: Translation<typeof captureInEnglish, 'de'> = {
  mute: 'Stummschalten',
  unmute: 'Stummschaltung aufheben',
  stopVideo: 'Video stoppen',
  startVideo: 'Video starten',
  chooseMicrophone: 'Mikrofon wählen',
  chooseCamera: 'Kamera wählen',
  goOnMuted: 'Stumm weitermachen',
  goOnWithoutVideo: 'Ohne Video weitermachen',
  problem: {
    microphone: {
      'capture-refused':
        'Parley darf das Mikrofon nicht benutzen. Erlauben Sie es in den Systemeinstellungen unter Datenschutz, und versuchen Sie es dann noch einmal.',
      'capture-not-found':
        'Es wurde kein Mikrofon gefunden. Schließen Sie eins an, oder wählen Sie ein anderes, und versuchen Sie es dann noch einmal.',
      'capture-busy':
        'Ein anderes Programm benutzt das Mikrofon. Schließen Sie dieses, und versuchen Sie es dann noch einmal.',
    },
    camera: {
      'capture-refused':
        'Parley darf die Kamera nicht benutzen. Erlauben Sie es in den Systemeinstellungen unter Datenschutz, und versuchen Sie es dann noch einmal.',
      'capture-not-found':
        'Es wurde keine Kamera gefunden. Schließen Sie eine an, oder wählen Sie eine andere, und versuchen Sie es dann noch einmal.',
      'capture-busy':
        'Ein anderes Programm benutzt die Kamera. Schließen Sie dieses, und versuchen Sie es dann noch einmal.',
    },
    screen: {
      'capture-refused':
        'Parley darf den Bildschirm nicht aufnehmen. Erlauben Sie es in den Systemeinstellungen unter Datenschutz.',
      'capture-not-found': 'Den Bildschirm oder das Fenster gibt es nicht mehr.',
      'capture-busy': 'Der Bildschirm lässt sich gerade nicht teilen. Versuchen Sie es gleich noch einmal.',
    },
  },
};

export const preview: Translation<typeof previewInEnglish, 'de'> = {
  title: 'Bereit zum Beitreten?',
  joiningTitle: 'Beitritt zum Meeting',
  connecting: 'Verbindung zum Server',
  attempt: 'Der Server antwortet noch nicht. Versuch {{attempt}}.',
  joinNow: 'Jetzt beitreten',
  back: 'Zurück',
  meeting: 'Meeting',
  server: 'Läuft auf',
  thisComputer: 'diesem Computer',
  lockedByMe: 'Das Meeting ist gesperrt: Niemand Neues kommt hinein. Sie dürfen es öffnen und beitreten.',
  as: {
    host: 'Sie sind Host: Sie dürfen Personen entfernen, das Meeting sperren und für alle beenden.',
    'co-host': 'Sie sind Co-Host: Sie dürfen Personen einlassen, stummschalten und entfernen und das Meeting sperren.',
    guest: 'Sie sind Gast: Sie dürfen sprechen, Ihr Video zeigen und andere einladen.',
    viewer: 'Sie sind Zuschauer: Sie sehen und hören alle und können weder sprechen noch Ihr Video zeigen.',
  },
  asViewerForNow:
    'Es sprechen so viele, wie das Meeting erlaubt. Sie kommen als Zuschauer hinein: Sie sehen und hören alle, und ein Host kann Sie später sprechen lassen.',
  asSpeaker: 'Ihre Rolle ist {{role}}: Sie nehmen mit dem teil, was sie erlaubt.',
  asOnlooker: 'Ihre Rolle ist {{role}}: Sie sehen und hören alle und können weder sprechen noch Ihr Video zeigen.',
  asUnknown:
    'Sie dürfen sprechen und Ihr Video zeigen. Ein Host darf Personen entfernen, das Meeting sperren und beenden.',
  nameNeeded: 'Geben Sie den Namen ein, den andere sehen.',
  selfView: 'Ihr Video',
  cameraOff: 'Ihre Kamera ist aus',
  cameraStarting: 'Ihre Kamera startet',
  level: 'Mikrofonpegel',
  microphoneOff: 'Ihr Mikrofon ist aus',
  speakToTest: 'Sagen Sie etwas: Der Balken sollte sich bewegen.',
  unlock: 'Öffnen',
  deviceSettings: 'Geräteeinstellungen',
  defaultDevice: 'Systemstandard',
  unnamedDevice: '{{kind}} {{number}}',
};
