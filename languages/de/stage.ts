import type { stage as stageInEnglish } from '../en/stage.ts';
import type { Translation } from '../translation.ts';

export const stage: Translation<typeof stageInEnglish, 'de'> = {
  view: 'Ansicht',
  layout: 'Anordnung',
  modes: { grid: 'Raster', speaker: 'Sprecher' },
  self: 'Ihr eigenes Bild',
  selfInGrid: 'Im Raster',
  selfFloating: 'In einer Ecke',
  selfHidden: 'Eigenes Bild ausblenden',
  moveSelf: 'Eigenes Bild mit den Pfeiltasten verschieben',
  corners: {
    'top-start': 'Ihr Bild ist oben links',
    'top-end': 'Ihr Bild ist oben rechts',
    'bottom-start': 'Ihr Bild ist unten links',
    'bottom-end': 'Ihr Bild ist unten rechts',
  },
  hideQuiet: 'Personen ohne Video ausblenden',
  quiet_one: '{{count}} Person ohne Video',
  quiet_other: '{{count}} Personen ohne Video',
  nobodyWithVideo: 'Niemand hat das Video an.',
  fullScreen: 'Vollbild',
  options: 'Optionen für {{name}}',
  pin: 'Für mich anheften',
  unpin: 'Nicht mehr anheften',
  pinned: 'Von Ihnen angeheftet',
  spotlight: 'Für alle hervorheben',
  unspotlight: 'Nicht mehr hervorheben',
  spotlit: 'Für alle hervorgehoben',
  screenOf: 'Bildschirm von {{name}}',
};
