import type { recording as source } from '../en/recording.ts';
import type { Translation } from '../translation.ts';

/** Words about recording a meeting on one's own computer. */
export const recording: Translation<typeof source, 'es'> = {
  record: 'Grabar',
  stop: 'Detener la grabación',
  title: '¿Grabar esta reunión?',
  lead: 'Todos reciben el aviso y lo ven mientras dure.',
  text: 'Lo que ve y oye se guarda en este ordenador: {{folder}}. No va a ningún otro sitio.',
  videos: 'entre sus vídeos',
  begin: 'Empezar a grabar',
  by: 'Grabación de {{name}}',
  byMany: 'Grabación de {{name}} y otros',
  byMe: 'Está grabando',
  began: '{{name}} graba esta reunión desde ahora',
  iBegan: 'Graba esta reunión desde ahora. Se ha avisado a todos.',
  ended: '{{name}} ha dejado de grabar',
  iEnded: 'Ha dejado de grabar',
  expected: 'Alguien está grabando esta reunión: lo que diga y muestre quedará guardado.',
  kept: 'La grabación se ha guardado',
  problems: {
    'disk-full': 'El disco está lleno, así que la grabación ha terminado. Se ha guardado lo que había hasta entonces.',
    unwritable:
      'No se pudo seguir escribiendo el archivo, así que la grabación ha terminado. Se ha guardado lo que había hasta entonces.',
    interrupted: 'La grabación se interrumpió. Se ha guardado lo que había hasta entonces.',
  },
  where: 'En {{file}}',
  show: 'Mostrar en la carpeta',
  folder: 'Carpeta para las grabaciones',
  choose: 'Elegir carpeta',
  keywords: 'grabar grabación vídeo guardar archivo película ubicación',
};
