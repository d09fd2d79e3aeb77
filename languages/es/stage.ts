import type { stage as stageInEnglish } from '../en/stage.ts';
import type { Translation } from '../translation.ts';

export const stage: Translation<typeof stageInEnglish, 'es'> = {
  view: 'Vista',
  layout: 'Disposición',
  modes: { grid: 'Cuadrícula', speaker: 'Orador' },
  self: 'Tu propia imagen',
  selfInGrid: 'En la cuadrícula',
  selfFloating: 'En una esquina',
  selfHidden: 'Ocultar mi imagen',
  moveSelf: 'Mover tu imagen con las flechas',
  corners: {
    'top-start': 'Tu imagen está arriba a la izquierda',
    'top-end': 'Tu imagen está arriba a la derecha',
    'bottom-start': 'Tu imagen está abajo a la izquierda',
    'bottom-end': 'Tu imagen está abajo a la derecha',
  },
  hideQuiet: 'Ocultar a quienes no tienen vídeo',
  quiet_one: '{{count}} persona sin vídeo',
  quiet_other: '{{count}} personas sin vídeo',
  nobodyWithVideo: 'Nadie tiene el vídeo encendido.',
  fullScreen: 'Pantalla completa',
  options: 'Opciones de {{name}}',
  pin: 'Fijar para mí',
  unpin: 'Dejar de fijar',
  pinned: 'Fijado por ti',
  spotlight: 'Destacar para todos',
  unspotlight: 'Dejar de destacar',
  spotlit: 'Destacado para todos',
  screenOf: 'Pantalla de {{name}}',
};
