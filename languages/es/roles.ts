import type { roles as rolesInEnglish } from '../en/roles.ts';
import type { Translation } from '../translation.ts';

export const roles: Translation<typeof rolesInEnglish, 'es'> = {
  make: {
    host: 'Nombrar anfitrión',
    'co-host': 'Nombrar coanfitrión',
    guest: 'Pasar a invitado',
    viewer: 'Pasar a espectador',
  },
  makeOther: 'Dar el rol: {{role}}',
  handOver: 'Ceder a {{name}}',
  become: 'Dejar el rol y ser {{role}}',
  became: '{{name}} es ahora {{role}}',
  becameBy: '{{by}} ha hecho {{role}} a {{name}}',
  becameByMe: 'Has hecho {{role}} a {{name}}',
  steppedDown: '{{name}} ha dejado su rol y es ahora {{role}}',
  you: 'Ahora eres {{role}}. {{may}}',
  youBy: '{{by}} te ha hecho {{role}}. {{may}}',
  may: {
    host: 'Aquí puedes hacerlo todo, también terminar la reunión para todos.',
    'co-host': 'Puedes dejar entrar, silenciar y expulsar a personas, y bloquear la reunión.',
    guest: 'Puedes hablar y mostrar tu vídeo. Ambos están apagados hasta que los actives.',
    viewer: 'Ves y oyes a todos. Tu micrófono y tu cámara están apagados.',
  },
  maySpeak: 'Puedes participar. Lo que estaba apagado sigue así hasta que lo actives.',
  mayWatch: 'Ves y oyes a todos, pero no puedes hablar ni mostrar tu vídeo.',
  names: {
    host: 'anfitrión',
    'co-host': 'coanfitrión',
    guest: 'invitado',
    viewer: 'espectador',
  },
  barred: {
    microphone: 'No puedes hablar: tu rol aquí es {{role}}',
    camera: 'No puedes mostrar vídeo: tu rol aquí es {{role}}',
    hint: '{{why}}. Un anfitrión puede cambiarlo.',
  },
  viewerForNow: 'Por ahora eres espectador: ya hablan tantas personas como permite la reunión.',
  viewerForNowHint: 'Ves y oyes a todos. Cuando alguien deje de hablar, un anfitrión puede dejarte hablar.',
};
