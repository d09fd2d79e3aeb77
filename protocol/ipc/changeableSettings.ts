import * as v from 'valibot';

import { LanguageSetting } from '../language.ts';
import { DisplayName } from '../text.ts';
import { MediaSettings } from './mediaSettings.ts';
import { TalkKey } from './shortcuts.ts';
import { CloseBehaviour, TextSize, Theme } from './snapshot.ts';
import { StageLook } from './stageLook.ts';

/** What a person may change of the settings, entry by entry, and to what. */
export const CHANGEABLE = {
  displayName: v.union([v.literal(''), DisplayName]),
  theme: Theme,
  /** More contrast and less motion than the system asks for; where it asks, there is more and less anyway. */
  highContrast: v.boolean(),
  reducedMotion: v.boolean(),
  textSize: TextSize,
  language: LanguageSetting,
  closeBehaviour: CloseBehaviour,
  joinWithMicrophone: v.boolean(),
  joinWithCamera: v.boolean(),
  askWhoIsHost: v.boolean(),
  miniWindow: v.boolean(),
  talkKey: v.nullable(TalkKey),
  /** Null: nobody is asked whether to stay alone. */
  aloneMinutes: v.nullable(v.pipe(v.number(), v.gtValue(0), v.maxValue(1440))),
  defaultServer: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(300))),
  stageLook: StageLook,
  ...MediaSettings.entries,
} as const;
