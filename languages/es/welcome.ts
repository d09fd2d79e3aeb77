import type { invite as inviteInEnglish, welcome as welcomeInEnglish } from '../en/welcome.ts';
import type { Translation } from '../translation.ts';

export const invite: Translation<typeof inviteInEnglish, 'es'> = {
  text: 'Te han invitado a una reunión en Parley.\n\nEnlace: {{link}}\nCódigo de reunión: {{room}}\nServidor: {{server}}\n\nPara unirte necesitas Parley en tu ordenador: {{homepage}}\nDespués abre el enlace. O inicia Parley y pega este mensaje entero en el campo «Código de reunión o enlace».',
  copied: 'Invitación copiada, con el enlace y lo que necesita un invitado',
};

export const welcome: Translation<typeof welcomeInEnglish, 'es'> = {
  title: 'Te damos la bienvenida a Parley',
  text: 'Reuniones cara a cara, de escritorio a escritorio. Sin cuenta y sin nada que configurar.',
  nameHint: 'Lo ven los demás en cada reunión. Puedes cambiarlo cuando quieras.',
  nameNeeded: 'Escribe el nombre que verán los demás.',
  go: 'Continuar',
};
