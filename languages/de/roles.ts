import type { roles as rolesInEnglish } from '../en/roles.ts';
import type { Translation } from '../translation.ts';

export const roles: Translation<typeof rolesInEnglish, 'de'> = {
  make: {
    host: 'Zum Host machen',
    'co-host': 'Zum Co-Host machen',
    guest: 'Zum Gast machen',
    viewer: 'Zum Zuschauer machen',
  },
  makeOther: 'Rolle geben: {{role}}',
  handOver: 'An {{name}} übergeben',
  become: 'Rolle abgeben: {{role}} werden',
  became: '{{name}} ist jetzt {{role}}',
  becameBy: '{{name}} ist jetzt {{role}}, durch {{by}}',
  becameByMe: '{{name}} ist jetzt {{role}}, durch Sie',
  steppedDown: '{{name}} hat die Rolle abgegeben und ist jetzt {{role}}',
  you: 'Sie sind jetzt {{role}}. {{may}}',
  youBy: 'Sie sind jetzt {{role}}, durch {{by}}. {{may}}',
  may: {
    host: 'Sie dürfen hier alles, auch das Meeting für alle beenden.',
    'co-host': 'Sie dürfen Personen einlassen, stummschalten und entfernen und das Meeting sperren.',
    guest: 'Sie dürfen sprechen und Ihr Video zeigen. Beides ist aus, bis Sie es einschalten.',
    viewer: 'Sie sehen und hören alle. Mikrofon und Kamera sind aus.',
  },
  maySpeak: 'Sie dürfen teilnehmen. Was aus war, bleibt aus, bis Sie es einschalten.',
  mayWatch: 'Sie sehen und hören alle und können weder sprechen noch Ihr Video zeigen.',
  names: {
    host: 'Host',
    'co-host': 'Co-Host',
    guest: 'Gast',
    viewer: 'Zuschauer',
  },
  barred: {
    microphone: 'Sie können nicht sprechen: Ihre Rolle hier ist {{role}}',
    camera: 'Sie können kein Video zeigen: Ihre Rolle hier ist {{role}}',
    hint: '{{why}}. Ein Host kann das ändern.',
  },
  viewerForNow: 'Sie sind vorerst Zuschauer: Es sprechen so viele, wie das Meeting erlaubt.',
  viewerForNowHint: 'Sie sehen und hören alle. Wenn jemand aufhört zu sprechen, kann ein Host Sie sprechen lassen.',
};
