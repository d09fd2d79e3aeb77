import type { sharing as sharingInEnglish } from '../en/sharing.ts';
import type { Translation } from '../translation.ts';

export const sharing: Translation<typeof sharingInEnglish, 'de'> = {
  start: 'Bildschirm teilen',
  stop: 'Teilen beenden',
  stopAsking: 'Nicht mehr fragen',
  picker: {
    title: 'Was möchten Sie teilen?',
    lead: 'Alle in der Besprechung sehen es.',
    leadAsking: '{{name}} teilt gerade. Zuerst wird gefragt, und Ihr Bildschirm folgt, sobald der andere endet.',
    screens: 'Bildschirme',
    windows: 'Fenster',
    kinds: 'Bildschirme oder Fenster',
    loading: 'Bildschirme und Fenster werden gesucht',
    noScreens: 'Kein Bildschirm gefunden.',
    noWindows: 'Kein anderes Fenster ist offen. Öffnen Sie eines, und es erscheint hier.',
    failed: 'Ihr System nennt keine Bildschirme und Fenster. Parley versucht es weiter.',
    denied: 'Ihr System lässt Parley Ihren Bildschirm nicht sehen.',
    deniedHint:
      'Öffnen Sie Systemeinstellungen, Datenschutz & Sicherheit, Bildschirmaufnahme, und schalten Sie Parley ein. Beenden Sie Parley dann und öffnen Sie es neu.',
    sound: 'Den Ton dieses Computers teilen',
    soundHint: 'Andere hören neben Ihrer Stimme, was Ihr Computer abspielt.',
    share: 'Teilen',
    ask: 'Um Freigabe bitten',
    cancel: 'Abbrechen',
    noPicture: 'Keine Vorschau',
  },
  bar: {
    screen: 'Sie teilen {{name}}',
    withSound: 'Mit dem Ton dieses Computers.',
    starting: '{{name}} wird gleich geteilt',
    asking: '{{name}} wurde gebeten, Sie teilen zu lassen',
    askingHint: 'Ihr Bildschirm folgt, sobald der andere endet.',
    stop: 'Beenden',
    cancel: 'Abbrechen',
  },
  asked: {
    title: '{{name}} möchte teilen',
    text: 'Wenn Sie zustimmen, endet Ihre Freigabe, und die andere beginnt.',
    stay: 'Weiter teilen',
    accept: 'Teilen lassen',
  },
  ended: {
    gone: 'Sie teilen nicht mehr: {{name}} wurde geschlossen.',
    refused: 'Ihr System hat nicht erlaubt, {{name}} zu teilen.',
    failed: '{{name}} konnte nicht geteilt werden. Versuchen Sie es noch einmal, oder wählen Sie etwas anderes.',
    taken: 'Jemand anderes hat kurz vor Ihnen zu teilen begonnen.',
    declined: '{{name}} teilt vorerst weiter.',
    unanswered: '{{name}} hat nicht geantwortet und teilt weiter.',
  },
  begun: '{{name}} teilt den Bildschirm',
  over: '{{name}} teilt nicht mehr',
};
