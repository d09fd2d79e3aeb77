import type { people as peopleInEnglish } from '../en/people.ts';
import type { Translation } from '../translation.ts';

export const people: Translation<typeof peopleInEnglish, 'es'> = {
  inMeeting: 'En la reunión',
  search: 'Buscar a alguien',
  clearSearch: 'Borrar la búsqueda',
  found_one: '{{count}} persona encontrada',
  found_other: '{{count}} personas encontradas',
  showMore_one: 'Mostrar {{count}} más',
  showMore_other: 'Mostrar {{count}} más',
  more: 'Más sobre {{name}}',
  remove: 'Expulsar de la reunión',
  mute: {
    microphone: 'Silenciar',
    camera: 'Detener su vídeo',
    screen: 'Detener su pantalla compartida',
  },
  ask: {
    microphone: 'Pedir que active el micrófono',
    camera: 'Pedir que inicie el vídeo',
  },
  asked: {
    microphone: 'Se ha pedido a {{name}} que active el micrófono',
    camera: 'Se ha pedido a {{name}} que inicie el vídeo',
  },
  muteAll: {
    button: 'Silenciar a todos',
    title: '¿Silenciar a todos?',
    text: 'Los anfitriones y quienes pueden silenciar siguen como están. Al resto se le silencia y puede volver a activar su micrófono.',
    done: 'Has silenciado a todos',
  },
  barred: {
    title: 'Sin permiso para volver',
    by: 'Por {{name}}, {{when}}',
    byNobody: 'Por un administrador, {{when}}',
    unbar: 'Dejar que vuelva',
    unbarred: '{{name}} ya puede volver',
  },
};
