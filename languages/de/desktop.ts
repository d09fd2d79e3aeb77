import type { desktop as desktopInEnglish } from '../en/desktop.ts';
import type { Translation } from '../translation.ts';

export const desktop: Translation<typeof desktopInEnglish, 'de'> = {
  shortcuts: {
    hint: 'Im Meeting, egal welches Programm vorn ist.',
    keywords: 'global systemweit kürzel tastatur hintergrund',
    mute: 'Stummschaltung umschalten, von überall',
    leave: 'Das Meeting verlassen, von überall',
    none: 'Nicht festgelegt',
    record: 'Tasten festlegen für: {{action}}',
    change: 'Ändern',
    set: 'Festlegen',
    clear: 'Tasten entfernen für: {{action}}',
    recording: 'Drücken Sie jetzt die Tasten. Esc lässt sie, wie sie sind.',
    unfit: 'Halten Sie auch Strg, Alt oder die Systemtaste, oder drücken Sie eine Funktionstaste.',
    taken: '{{keys}} bewirkt gerade nichts: Ein anderes Programm benutzt es.',
    takenHint: 'Legen Sie in den Einstellungen andere Tasten fest, oder geben Sie diese im anderen Programm frei.',
  },
  talk: {
    hint: 'Im Parley-Fenster: Man hört Sie, solange Sie die Taste halten.',
    label: 'Taste, die man zum Sprechen hält',
    none: 'Keine',
    keywords: 'push to talk walkie-talkie leertaste stumm',
  },
  leave: {
    text: 'Sie sind der einzige Host. Das Meeting geht ohne Sie weiter.',
    remember: 'Nicht mehr fragen: ohne Host verlassen',
    setting: 'Fragen, wer nach mir Host ist',
    keywords: 'übergeben nachfolge infobereich beenden',
    settingHint: 'Wenn Sie über den Infobereich, ein Kürzel oder das Fenster gehen.',
  },
};
