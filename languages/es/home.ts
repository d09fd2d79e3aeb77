import type { home as homeInEnglish } from '../en/home.ts';
import type { Translation } from '../translation.ts';

export const home: Translation<typeof homeInEnglish, 'es'> = {
  title: 'Inicia una reunión o únete a una',
  tagline: 'Cara a cara, de escritorio a escritorio.',
  or: 'o',
  open: 'Abrir',
  openRoom: 'Abrir {{room}}',
  newMeeting: 'Nueva reunión',
  join: 'Unirse',
  joinField: 'Código de reunión o enlace',
  joinHint: 'Como kfr-wmbe-tqa, o un enlace que te hayan enviado.',
  joinEmpty: 'Escribe primero un código de reunión o pega un enlace.',
  joinUnclear: 'Eso no es ni un código de reunión ni un enlace de invitación. Un código es como kfr-wmbe-tqa.',
  linkFound: 'Enlace de invitación a {{room}} en {{server}}',
  recents: 'Reuniones recientes',
  noRecents: 'Aquí aparecerán las reuniones a las que te unas.',
  hosted: 'Este ordenador',
  onServer: '{{server}}',
  forget: 'Olvidar {{room}}',
  settings: 'Ajustes',
  left: 'Has salido',
  ended: 'Has terminado la reunión para todos',
  endedLocked: 'Has terminado la reunión para todos y la has bloqueado',
  switched: 'Has pasado a otra reunión',
  leftMeeting: 'Reunión {{room}}',
  interrupted: 'Estabas en {{room}}: ¿volver a entrar?',
  interruptedOnly: 'Estabas en {{room}} cuando Parley se detuvo',
  interruptedHow:
    'Este ordenador no tiene un lugar seguro para las invitaciones, así que Parley ya no tiene esta. Para volver, abre el enlace de nuevo o pídelo.',
  settingsSetAside: 'No se ha podido leer tu archivo de ajustes, así que Parley ha empezado con unos nuevos.',
  settingsSetAsideWhere: 'El archivo anterior se ha conservado como {{path}}',
  identityNotKept:
    'Este ordenador no tiene un lugar seguro para secretos, así que Parley olvida quién eres al cerrarse. Solo hasta entonces puedes volver a ser anfitrión de tus reuniones.',
  hostingFailed: 'El servidor de Parley no se ha iniciado, así que no se pueden alojar reuniones en este ordenador.',
  hostingFailedWhat: 'Reinicia Parley o configura otro servidor en los ajustes.',
};
