import type { capture as captureInEnglish, preview as previewInEnglish } from '../en/preview.ts';
import type { Translation } from '../translation.ts';

export const capture: Translation<typeof captureInEnglish, 'es'> = {
  mute: 'Silenciar',
  unmute: 'Activar micrófono',
  stopVideo: 'Detener vídeo',
  startVideo: 'Iniciar vídeo',
  chooseMicrophone: 'Elegir micrófono',
  chooseCamera: 'Elegir cámara',
  goOnMuted: 'Seguir en silencio',
  goOnWithoutVideo: 'Seguir sin vídeo',
  problem: {
    microphone: {
      'capture-refused':
        'Parley no tiene permiso para usar el micrófono. Permítelo en los ajustes de privacidad del sistema e inténtalo de nuevo.',
      'capture-not-found': 'No se ha encontrado ningún micrófono. Conecta uno o elige otro e inténtalo de nuevo.',
      'capture-busy': 'Otro programa está usando el micrófono. Ciérralo e inténtalo de nuevo.',
    },
    camera: {
      'capture-refused':
        'Parley no tiene permiso para usar la cámara. Permítelo en los ajustes de privacidad del sistema e inténtalo de nuevo.',
      'capture-not-found': 'No se ha encontrado ninguna cámara. Conecta una o elige otra e inténtalo de nuevo.',
      'capture-busy': 'Otro programa está usando la cámara. Ciérralo e inténtalo de nuevo.',
    },
    screen: {
      'capture-refused':
        'Parley no tiene permiso para grabar la pantalla. Permítelo en los ajustes de privacidad del sistema.',
      'capture-not-found': 'Ya no hay pantalla ni ventana que compartir.',
      'capture-busy': 'Ahora no se puede compartir la pantalla. Inténtalo dentro de un momento.',
    },
  },
};

export const preview: Translation<typeof previewInEnglish, 'es'> = {
  title: '¿Todo listo para entrar?',
  joiningTitle: 'Entrando en la reunión',
  connecting: 'Conectando con el servidor',
  attempt: 'El servidor todavía no responde. Intento {{attempt}}.',
  joinNow: 'Entrar ahora',
  back: 'Atrás',
  meeting: 'Reunión',
  server: 'Se aloja en',
  thisComputer: 'este ordenador',
  lockedByMe: 'La reunión está bloqueada: no entra nadie nuevo. Puedes desbloquearla y entrar.',
  as: {
    host: 'Serás anfitrión: podrás expulsar a personas, bloquear la reunión y terminarla para todos.',
    'co-host': 'Serás coanfitrión: podrás dejar entrar, silenciar y expulsar a personas, y bloquear la reunión.',
    guest: 'Serás invitado: podrás hablar, mostrar tu vídeo e invitar a otras personas.',
    viewer: 'Serás espectador: verás y oirás a todos, pero no podrás hablar ni mostrar tu vídeo.',
  },
  asViewerForNow:
    'Ya hablan tantas personas como permite la reunión. Entras como espectador: ves y oyes a todos, y un anfitrión puede dejarte hablar más tarde.',
  asSpeaker: 'Tu rol será {{role}}: participas con lo que permite.',
  asOnlooker: 'Tu rol será {{role}}: verás y oirás a todos, pero no podrás hablar ni mostrar tu vídeo.',
  asUnknown:
    'Puedes hablar y mostrar tu vídeo. Un anfitrión puede expulsar a personas, bloquear la reunión y terminarla.',
  nameNeeded: 'Escribe el nombre que verán los demás.',
  selfView: 'Tu vídeo',
  cameraOff: 'Tu cámara está apagada',
  cameraStarting: 'Se está encendiendo tu cámara',
  level: 'Nivel del micrófono',
  microphoneOff: 'Tu micrófono está apagado',
  speakToTest: 'Di algo: la barra debería moverse.',
  unlock: 'Desbloquear',
  deviceSettings: 'Ajustes de dispositivos',
  defaultDevice: 'Predeterminado del sistema',
  unnamedDevice: '{{kind}} {{number}}',
};
