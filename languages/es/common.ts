import type { common as commonInEnglish } from '../en/common.ts';
import type { Translation } from '../translation.ts';

export const common: Translation<typeof commonInEnglish, 'es'> = {
  appName: 'Parley',
  cancel: 'Cancelar',
  close: 'Cerrar',
  dismiss: 'Descartar',
  done: 'Listo',
  save: 'Guardar',
  leave: 'Salir',
  rejoin: 'Volver a entrar',
  home: 'Volver al inicio',
  details: 'Detalles',
  yourName: 'Tu nombre',
  reason: 'Motivo',
  reasonHint: 'Opcional. Lo leen todas las personas afectadas.',
  reasonTooLong: 'Un motivo tiene como máximo {{most}} caracteres.',
  reasonLeft_one: 'Queda {{count}} carácter',
  reasonLeft_other: 'Quedan {{count}} caracteres',
  crashed: {
    title: 'Esta ventana ha perdido el hilo',
    text: 'Algo de esta pantalla no se ha podido mostrar. Si estabas en una reunión, has salido de ella, y la cámara y el micrófono están apagados.',
    again: 'Mostrar Parley de nuevo',
  },
  loading: 'Iniciando Parley',
};
