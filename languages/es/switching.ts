import type { switching as switchingInEnglish } from '../en/switching.ts';
import type { Translation } from '../translation.ts';

export const switching: Translation<typeof switchingInEnglish, 'es'> = {
  title: '¿Ir a otra reunión?',
  fromLink: 'Se ha abierto un enlace en este ordenador. Todavía no se ha conectado a nada.',
  typed: 'Escribe su código o pega un enlace.',
  leaves: 'Saldrás de {{room}} cuando la otra haya dicho que te deja entrar. Hasta entonces te quedas.',
  heir: '¿Quién será anfitrión después de ti?',
  nobody: 'Nadie: salir sin dejar anfitrión',
  look: 'Salir y continuar',
  now: 'Cambiar ahora',
  nowHint: '«Cambiar ahora» te lleva directamente, con lo que tienes activado. Solo deja de compartirse tu pantalla.',
  open: 'Ir a otra reunión',
  asking: 'Se pregunta a {{room}} si te deja entrar.',
  askingHint: 'Mientras tanto sigues en esta reunión.',
  stay: 'Quedarme aquí',
  failed: {
    title: 'Sigues en {{room}}',
    lead: 'No ha cambiado nada: {{room}} no te ha dejado entrar.',
    fact: 'Respuesta del servidor',
  },
};
