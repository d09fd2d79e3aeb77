import type { files as filesInEnglish } from '../en/files.ts';
import type { Translation } from '../translation.ts';

export const files: Translation<typeof filesInEnglish, 'es'> = {
  attach: 'Ofrecer un archivo',
  tooBig: 'Este archivo es demasiado grande. Se pueden ofrecer hasta {{most}}.',
  unreadable: 'Este archivo no se puede leer.',
  mine: 'Ofrecido a todos mientras sigas aquí',
  withdrawn: 'Ya no se ofrece',
  withdraw: 'Retirar',
  take: 'Guardar',
  decline: 'Rechazar',
  cancel: 'Cancelar',
  again: 'Intentar de nuevo',
  show: 'Mostrar en la carpeta',
  coming: '{{done}} de {{size}}',
  comingFrom: 'Guardar {{name}}',
  saved: 'Guardado en tus descargas como {{name}}',
  declined: 'Rechazado',
  cancelled: 'Cancelado',
  left: '{{name}} se fue antes de que llegara el archivo.',
  takenBack: 'El archivo ya no se ofrece.',
  gone: '{{name}} se ha ido, y el archivo también.',
  going: '{{name}}: {{done}} de {{size}}',
  got: '{{name}} lo tiene',
  lost: '{{name}}: no llegó',
  stopped: '{{name}} lo detuvo',
  refused: '{{name}} lo rechazó',
};
