import type { quality as qualityInEnglish } from '../en/quality.ts';
import type { Translation } from '../translation.ts';

export const quality: Translation<typeof qualityInEnglish, 'es'> = {
  open: 'Detalles de la conexión',
  title: 'Conexión con {{name}}',
  mark: {
    good: 'Buena conexión',
    fair: 'Conexión regular',
    poor: 'Mala conexión',
  },
  lead: {
    good: 'La voz y la imagen llegan bien.',
    fair: 'De vez en cuando algo puede entrecortarse.',
    poor: 'Se pierde demasiado o llega tarde: la voz y la imagen se cortan.',
    notUp: 'Ahora mismo no hay conexión con esta persona.',
  },
  measuring: 'Midiendo',
  none: 'Sin datos',
  milliseconds: '{{value}} ms',
  kilobits: '{{value}} kbit/s',
  picture: '{{width}} × {{height}}, {{rate}} por segundo',
  roundTrip: 'Ida y vuelta',
  lossIn: 'Pérdida al recibir',
  lossOut: 'Pérdida al enviar',
  jitter: 'Variación',
  bitsIn: 'Recibido',
  bitsOut: 'Enviado',
  pictureIn: 'Su imagen',
  pictureOut: 'Tu imagen',
  voice: 'Sonido',
  path: 'Camino',
  direct: 'Directo',
  relayed: 'A través de un repetidor',
  poorBanner: 'Tu red va mal en este momento.',
  poorHint: 'Puede que no te oigan bien. Acércate al router o usa un cable.',
  poorHintVideo: 'Puede que no te oigan bien. Ayuda apagar tu vídeo o usar un cable.',
  videoOff: 'Apagar mi vídeo',
};
