import type { quality as qualityInEnglish } from '../en/quality.ts';
import type { Translation } from '../translation.ts';

export const quality: Translation<typeof qualityInEnglish, 'de'> = {
  open: 'Verbindungsdetails',
  title: 'Verbindung mit {{name}}',
  mark: {
    good: 'Gute Verbindung',
    fair: 'Mäßige Verbindung',
    poor: 'Schlechte Verbindung',
  },
  lead: {
    good: 'Stimmen und Bilder kommen gut durch.',
    fair: 'Ab und zu kann etwas stocken.',
    poor: 'Zu viel geht verloren oder kommt zu spät: Stimmen und Bilder brechen ab.',
    notUp: 'Zurzeit gibt es keine Verbindung zu dieser Person.',
  },
  measuring: 'Wird gemessen',
  none: 'Keine Angabe',
  milliseconds: '{{value}} ms',
  kilobits: '{{value}} kbit/s',
  picture: '{{width}} × {{height}}, {{rate}} pro Sekunde',
  roundTrip: 'Hin und zurück',
  lossIn: 'Verlust auf dem Weg zu Ihnen',
  lossOut: 'Verlust auf dem Weg von Ihnen',
  jitter: 'Schwankung',
  bitsIn: 'Empfangen',
  bitsOut: 'Gesendet',
  pictureIn: 'Bild der anderen Person',
  pictureOut: 'Ihr Bild',
  voice: 'Ton',
  path: 'Weg',
  direct: 'Direkt',
  relayed: 'Über ein Relay',
  poorBanner: 'Ihr Netzwerk ist gerade schlecht.',
  poorHint: 'Andere hören Sie vielleicht nicht gut. Gehen Sie näher an den Router oder nehmen Sie ein Kabel.',
  poorHintVideo: 'Andere hören Sie vielleicht nicht gut. Es hilft, Ihr Video auszuschalten oder ein Kabel zu nehmen.',
  videoOff: 'Mein Video ausschalten',
};
