import type { en } from '../en/en.ts';
import type { Translation } from '../translation.ts';
import { chat } from './chat.ts';
import { common } from './common.ts';
import { desktop } from './desktop.ts';
import { devices } from './devices.ts';
import { errors } from './errors.ts';
import { ending, leaving, over, prompts, receipts, removing } from './exits.ts';
import { files } from './files.ts';
import { hands } from './hands.ts';
import { home } from './home.ts';
import { language } from './language.ts';
import { lobby } from './lobby.ts';
import { happened, meeting, shortcuts } from './meeting.ts';
import { outside } from './outside.ts';
import { people } from './people.ts';
import { capture, preview } from './preview.ts';
import { quality } from './quality.ts';
import { reactions } from './reactions.ts';
import { privacy } from './privacy.ts';
import { recording } from './recording.ts';
import { roles } from './roles.ts';
import { settings } from './settings.ts';
import { sharing } from './sharing.ts';
import { stage } from './stage.ts';
import { switching } from './switching.ts';
import { invite, welcome } from './welcome.ts';

/** The catalogue in Spanish. */
export const es: Translation<typeof en, 'es'> = {
  common,
  welcome,
  invite,
  home,
  settings,
  privacy,
  preview,
  capture,
  devices,
  meeting,
  stage,
  people,
  hands,
  quality,
  reactions,
  lobby,
  chat,
  files,
  happened,
  shortcuts,
  leaving,
  ending,
  removing,
  recording,
  roles,
  sharing,
  switching,
  over,
  prompts,
  receipts,
  desktop,
  outside,
  language,
  errors,
};
