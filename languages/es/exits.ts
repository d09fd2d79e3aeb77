import type {
  ending as endingInEnglish,
  leaving as leavingInEnglish,
  over as overInEnglish,
  prompts as promptsInEnglish,
  receipts as receiptsInEnglish,
  removing as removingInEnglish,
} from '../en/exits.ts';
import type { Translation } from '../translation.ts';

export const ending: Translation<typeof endingInEnglish, 'es'> = {
  title: '¿Terminar la reunión para todos?',
  text_zero: 'La reunión termina para ti.',
  text_one: 'Tú y {{count}} persona más saldréis al instante.',
  text_other: 'Tú y {{count}} personas más saldréis al instante.',
  textSoon_one: 'Tú y {{count}} persona más saldréis en {{seconds}} segundos. Todos ven la cuenta atrás.',
  textSoon_other: 'Tú y {{count}} personas más saldréis en {{seconds}} segundos. Todos ven la cuenta atrás.',
  when: 'Cuándo',
  whens: {
    now: 'Ahora',
    soon_one: 'En {{count}} segundo',
    soon_other: 'En {{count}} segundos',
  },
  countdown: {
    left: 'Termina en {{count}} s, por {{name}}',
    now: 'Termina ahora, por {{name}}',
    locked: 'Quedará bloqueada: no se podrá volver a entrar.',
    cancel: 'Cancelar el final',
    said_one: 'La reunión termina en {{count}} segundo, por {{name}}.',
    said_other: 'La reunión termina en {{count}} segundos, por {{name}}.',
  },
  lock: 'Bloquear la reunión para que nadie vuelva a entrar',
  lockHint: 'Solo un anfitrión puede desbloquearla después.',
  confirm: 'Terminar para todos',
  offline:
    'No tienes conexión, así que ahora no se puede terminar la reunión para los demás. Espera a que vuelva o sal solo tú.',
};

export const leaving: Translation<typeof leavingInEnglish, 'es'> = {
  title: '¿Salir de la reunión?',
  handOverTo: 'Ceder a {{name}} y salir',
  withoutHost: 'Salir sin dejar anfitrión',
  othersStay: 'Salir: queda otro anfitrión',
  offline: 'Salir ahora: los demás lo sabrán después',
};

export const over: Translation<typeof overInEnglish, 'es'> = {
  titles: {
    ended: 'La reunión ha terminado',
    removed: 'Te han expulsado de la reunión',
    'sent-back': 'Te han devuelto a la sala de espera',
    'other-device': 'Continúa en otro dispositivo',
    closed: 'La reunión se ha cerrado',
    alone: 'Has salido porque no había nadie más',
    lost: 'Conexión perdida',
    'viewer-mode': 'Has cambiado entre ponente y espectador',
    'off-stage': 'No queda sitio para que hables',
    unknown: 'Ya no estás en la reunión',
    'not-let-in': 'No has podido volver a entrar',
    'switch-failed': 'No se ha podido entrar en la otra reunión',
    left: 'Has salido',
  },
  who: {
    ended: '{{name}} ha terminado la reunión para todos.',
    endedByNobody: 'La reunión ha terminado para todos. No se sabe quién la ha terminado.',
    endedByApi: 'Un administrador ha terminado la reunión para todos.',
    removed: '{{name}} te ha expulsado de la reunión.',
    removedByNobody: 'Te han expulsado. No se sabe quién.',
    removedByApi: 'Un administrador te ha expulsado de la reunión.',
    'sent-back': '{{name}} te ha devuelto a la sala de espera.',
    'sent-backByNobody': 'Te han devuelto a la sala de espera. No se sabe quién.',
    'other-device': 'Te has unido con otro dispositivo, que ha ocupado tu sitio aquí.',
    closed: 'La reunión ha llegado a su límite de tiempo, se ha quedado sin nadie o se ha apagado su servidor.',
    closedBy: {
      duration: 'La reunión ha llegado a su límite de tiempo.',
      'no-host': 'La reunión ha estado demasiado tiempo sin anfitrión.',
      shutdown: 'Se ha apagado el servidor de la reunión.',
      alone: 'Estabas solo en la reunión y no has dicho que querías quedarte, así que Parley ha salido.',
    },
    lost: 'Se ha perdido la conexión con la reunión y no ha vuelto a tiempo.',
    gaveUp: 'Parley ha intentado reconectar un rato y luego lo ha dejado.',
    'viewer-mode': 'Tu sitio ha cambiado entre ponente y espectador. Únete de nuevo para ocupar el nuevo.',
    'off-stage':
      'La reunión se ha limitado a menos ponentes y eras de los últimos en llegar. Puedes volver como espectador.',
    unknown: 'El servidor no ha dado ningún motivo.',
    'not-let-in': 'La conexión ha vuelto, pero la reunión no te ha dejado entrar.',
    'switch-failed': 'Has salido de la primera reunión y la segunda no te ha dejado entrar.',
    'switch-failed-to':
      'Has dejado la primera reunión por {{room}}, que no te ha dejado entrar. No estás en ninguna de las dos.',
    left: 'Has salido de la reunión.',
  },
  after: {
    endedLocked: 'La reunión está bloqueada: no se puede volver a entrar.',
    barred: 'No puedes volver a entrar en esta reunión.',
    mayGoBack: 'Volver a entrar te lleva a la primera.',
    mayRejoin: 'Puedes volver a entrar si quieres.',
    mayKnock: 'Volver a entrar pide permiso otra vez.',
    mayReopen: 'Al volver a entrar se abre de nuevo.',
  },
  wayBack: {
    asHost: 'Vuelves como anfitrión.',
    'room-locked': 'La reunión está bloqueada: ahora no entra nadie.',
    mayUnlock: 'La reunión está bloqueada. Ábrela para quitar el bloqueo y entrar.',
    'room-full': 'La reunión está llena ahora mismo.',
    barred: 'No puedes volver a entrar en esta reunión: un anfitrión no te lo permite.',
    'room-not-found': 'La reunión ya no existe.',
    unreachable: 'Ahora no se puede llegar al servidor. Parley sigue preguntando.',
  },
  facts: {
    code: 'Código',
    type: 'Tipo',
    time: 'Hora',
    meeting: 'Reunión',
    server: 'Servidor',
    sought: 'No admitido en',
    error: 'Respuesta del servidor',
    by: 'Por',
    note: 'Motivo indicado',
    locked: 'Bloqueada',
    yes: 'Nadie puede volver a entrar',
    barred: 'No puedo volver a entrar',
    policy: 'Norma',
    stay: 'Duración de la estancia',
    connection: 'Conexión',
    connections: {
      live: 'Activa',
      lost: 'Perdida desde las {{time}}',
      none: 'Fuera de la reunión',
    },
    app: 'Aplicación',
  },
};

export const prompts: Translation<typeof promptsInEnglish, 'es'> = {
  openLink: {
    title: '¿Unirse a esta reunión?',
    text: 'Se ha abierto un enlace en este ordenador. Todavía no se ha conectado a nada.',
    inMeeting: 'Te estás uniendo a una reunión. Si continúas, sales de ella.',
    meeting: 'Reunión',
    server: 'Servidor',
    accept: 'Continuar',
    acceptInMeeting: 'Salir y continuar',
  },
  trust: {
    title: '¿Usar un servidor nuevo?',
    text: 'Es la primera vez que usas {{server}}. Verá tu nombre, tu dirección de red y quién más está en la reunión.',
    advice: 'Continúa solo si confías en quien te ha enviado el enlace.',
    accept: 'Continuar',
  },
  badLink: {
    title: 'Este enlace no se puede abrir',
    text: 'Está incompleto o no es un enlace de Parley. Pide otro o escribe el código de la reunión.',
    fact: 'Qué falla',
  },
  closeWindow: {
    title: '¿Salir de la reunión?',
    text: 'Estás cerrando la ventana en plena reunión. Parley puede seguir en la bandeja, desde donde puedes silenciarte y salir.',
    keepRunning: 'Seguir en marcha',
    leave: 'Salir',
    remember: 'Recordar mi elección',
  },
  served_one: 'La reunión está en este ordenador: {{count}} persona más la pierde.',
  served_other: 'La reunión está en este ordenador: {{count}} personas más la pierden.',
  servedHint: 'Podrán seguir cuando Parley se inicie de nuevo aquí. Para que sigan ahora, deja Parley en marcha.',
  quitServing: {
    title: '¿Cerrar Parley?',
    text: 'Ya no estás en ninguna reunión, pero otros sí.',
    accept: 'Cerrar de todos modos',
  },
  quit: {
    title: '¿Salir de la reunión?',
    text: 'Si cierras Parley, sales de la reunión.',
    accept: 'Salir y cerrar',
  },
  alone: {
    title: 'No hay nadie más aquí',
    text: 'Hace un rato que no hay nadie más en esta reunión. ¿Quieres quedarte?',
    stay: 'Quedarme',
    left_one: 'Si no respondes, Parley sale en {{count}} segundo.',
    left_other: 'Si no respondes, Parley sale en {{count}} segundos.',
  },
  unmute: {
    title: {
      microphone: '{{name}} te pide que actives el micrófono',
      camera: '{{name}} te pide que inicies el vídeo',
      both: '{{name}} te pide que actives el micrófono y el vídeo',
    },
    text: {
      microphone: 'Nadie te oye si no lo haces.',
      camera: 'Nadie te ve si no lo haces.',
      both: 'Nadie te oye ni te ve si no lo haces.',
    },
    accept: {
      microphone: 'Activar micrófono',
      camera: 'Iniciar vídeo',
      both: 'Activar micrófono y vídeo',
    },
    stay: {
      microphone: 'Seguir en silencio',
      camera: 'Dejar el vídeo apagado',
      both: 'Seguir como estás',
    },
  },
};

export const receipts: Translation<typeof receiptsInEnglish, 'es'> = {
  title: '¿Qué ha pasado?',
  lead: 'Cómo terminaron para ti las reuniones anteriores. Solo se guarda en este ordenador.',
  leadOf: 'Cómo terminó {{room}} para ti. Solo se guarda en este ordenador.',
  none: 'No hay nada guardado sobre esto.',
  all: 'Qué pasó en reuniones anteriores',
  whatHappened: '¿Qué ha pasado en {{room}}?',
  heading: 'Parley: {{title}}',
  stay: 'tras {{time}}',
  code: 'código {{code}}',
  copy: 'Copiar comprobante',
  copied: 'Comprobante copiado',
  forget: 'Eliminar «{{title}}», {{time}}',
  forgetAll: 'Eliminar todo',
};

export const removing: Translation<typeof removingInEnglish, 'es'> = {
  title: '¿Expulsar a {{name}}?',
  text: '{{name}} saldrá al instante y leerá tu motivo.',
  bar: 'No dejar que vuelva',
  barHint: 'Tampoco con el mismo enlace ni desde otro dispositivo.',
  confirm: 'Expulsar',
};
