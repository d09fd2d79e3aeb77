import type { desktop as desktopInEnglish } from '../en/desktop.ts';
import type { Translation } from '../translation.ts';

export const desktop: Translation<typeof desktopInEnglish, 'es'> = {
  shortcuts: {
    hint: 'En una reunión, esté delante el programa que esté.',
    keywords: 'global todo el sistema atajo teclado segundo plano',
    mute: 'Silenciar o activar el micrófono, desde cualquier sitio',
    leave: 'Salir de la reunión, desde cualquier sitio',
    none: 'Sin definir',
    record: 'Definir las teclas para: {{action}}',
    change: 'Cambiar',
    set: 'Definir',
    clear: 'Quitar las teclas de: {{action}}',
    recording: 'Pulsa ahora las teclas. Esc las deja como están.',
    unfit: 'Mantén también Ctrl, Alt o la tecla del sistema, o pulsa una tecla de función.',
    taken: '{{keys}} no hace nada ahora: lo usa otro programa.',
    takenHint: 'Define otras teclas en los ajustes o libera estas en el otro programa.',
  },
  talk: {
    hint: 'En la ventana de Parley: se te oye mientras mantengas la tecla.',
    label: 'Tecla que se mantiene para hablar',
    none: 'Ninguna',
    keywords: 'pulsar para hablar walkie-talkie espacio silencio',
  },
  leave: {
    text: 'Eres el único anfitrión. La reunión continúa sin ti.',
    remember: 'No preguntar más: salir sin dejar anfitrión',
    setting: 'Preguntar quién será anfitrión después de mí',
    keywords: 'ceder sucesor bandeja salir',
    settingHint: 'Cuando sales desde la bandeja, con un atajo o por la ventana.',
  },
};
