import type { sharing as sharingInEnglish } from '../en/sharing.ts';
import type { Translation } from '../translation.ts';

export const sharing: Translation<typeof sharingInEnglish, 'es'> = {
  start: 'Compartir pantalla',
  stop: 'Dejar de compartir',
  stopAsking: 'No pedirlo más',
  picker: {
    title: '¿Qué quieres compartir?',
    lead: 'Lo verán todos en la reunión.',
    leadAsking: '{{name}} está compartiendo. Primero se le pregunta, y lo tuyo empieza cuando deje de hacerlo.',
    screens: 'Pantallas',
    windows: 'Ventanas',
    kinds: 'Pantallas o ventanas',
    loading: 'Buscando pantallas y ventanas',
    noScreens: 'No se encontró ninguna pantalla.',
    noWindows: 'No hay otra ventana abierta. Abre una y aparecerá aquí.',
    failed: 'Tu sistema no da la lista de pantallas y ventanas. Parley sigue intentándolo.',
    denied: 'Tu sistema no deja que Parley vea tu pantalla.',
    deniedHint:
      'Abre Ajustes del Sistema, Privacidad y seguridad, Grabación de pantalla, y activa Parley. Después cierra Parley y vuelve a abrirlo.',
    sound: 'Compartir el sonido de este ordenador',
    soundHint: 'Los demás oyen lo que reproduce tu ordenador, además de tu voz.',
    share: 'Compartir',
    ask: 'Pedir compartir',
    cancel: 'Cancelar',
    noPicture: 'Sin vista previa',
  },
  bar: {
    screen: 'Estás compartiendo {{name}}',
    withSound: 'Con el sonido de este ordenador.',
    starting: 'Empezando a compartir {{name}}',
    asking: 'Se ha pedido a {{name}} que te deje compartir',
    askingHint: 'Lo tuyo empieza en cuanto deje de compartir.',
    stop: 'Detener',
    cancel: 'Cancelar',
  },
  asked: {
    title: '{{name}} quiere compartir',
    text: 'Si aceptas, dejas de compartir tu pantalla y empieza la suya.',
    stay: 'Seguir compartiendo',
    accept: 'Dejar que comparta',
  },
  ended: {
    gone: 'Ya no estás compartiendo: se cerró {{name}}.',
    refused: 'Tu sistema no permitió que Parley compartiera {{name}}.',
    failed: 'No se pudo compartir {{name}}. Inténtalo de nuevo o elige otra cosa.',
    taken: 'Otra persona empezó a compartir justo antes que tú.',
    declined: '{{name}} sigue compartiendo por ahora.',
    unanswered: '{{name}} no respondió y sigue compartiendo.',
  },
  begun: '{{name}} está compartiendo su pantalla',
  over: '{{name}} dejó de compartir',
};
