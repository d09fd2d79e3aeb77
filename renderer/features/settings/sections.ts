import type { SettingsSection } from './section.ts';
import { advanced } from './sections/advanced.tsx';
import { appearance } from './sections/appearance.tsx';
import { devices } from './sections/devices.tsx';
import { language } from './sections/language.tsx';
import { meetings } from './sections/meetings.tsx';
import { privacy } from './sections/privacy.tsx';
import { profile } from './sections/profile.tsx';
import { servers } from './sections/servers.tsx';
import { shortcuts } from './sections/shortcuts.tsx';

/** Everything that can be set, in the order in which it stands in the window. A new section or row is added here. */
export const SECTIONS: readonly SettingsSection[] = [
  profile,
  meetings,
  devices,
  shortcuts,
  appearance,
  language,
  privacy,
  servers,
  advanced,
];
