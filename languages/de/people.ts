import type { people as peopleInEnglish } from '../en/people.ts';
import type { Translation } from '../translation.ts';

export const people: Translation<typeof peopleInEnglish, 'de'> = {
  inMeeting: 'Im Meeting',
  search: 'Jemanden finden',
  clearSearch: 'Suche leeren',
  found_one: '{{count}} Person gefunden',
  found_other: '{{count}} Personen gefunden',
  showMore_one: '{{count}} weitere anzeigen',
  showMore_other: '{{count}} weitere anzeigen',
  more: 'Mehr zu {{name}}',
  remove: 'Aus dem Meeting entfernen',
  mute: {
    microphone: 'Stummschalten',
    camera: 'Video stoppen',
    screen: 'Bildschirmfreigabe stoppen',
  },
  ask: {
    microphone: 'Bitten, das Mikrofon einzuschalten',
    camera: 'Bitten, das Video zu starten',
  },
  asked: {
    microphone: '{{name}} wird gebeten, das Mikrofon einzuschalten',
    camera: '{{name}} wird gebeten, das Video zu starten',
  },
  muteAll: {
    button: 'Alle stummschalten',
    title: 'Alle stummschalten?',
    text: 'Hosts und andere, die stummschalten dürfen, bleiben, wie sie sind. Alle anderen werden stummgeschaltet und können das selbst aufheben.',
    done: 'Sie haben alle stummgeschaltet',
  },
  barred: {
    title: 'Nicht wieder hineingelassen',
    by: 'Durch {{name}}, {{when}}',
    byNobody: 'Durch die Verwaltung, {{when}}',
    unbar: 'Wieder hineinlassen',
    unbarred: '{{name}} darf wiederkommen',
  },
};
