import type { Notice } from '#protocol/ipc/notice.ts';
import type { ChatNews } from '#protocol/ipc/chat.ts';
import type { ShareSources } from '#protocol/ipc/share.ts';
import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';

import { CHAT_STATES } from './states/chat.ts';
import type { Grade } from '#renderer/media/quality/grade.ts';

import { DESKTOP_STATES } from './states/desktop.ts';
import { MEETING_STATES } from './states/meeting.ts';
import { OUTSIDE_STATES } from './states/outside.ts';
import { OVER_STATES } from './states/over.ts';
import { PROMPT_STATES } from './states/prompts.ts';
import { SETTINGS_STATES } from './states/settings.ts';
import { SHARING_STATES } from './states/sharing.ts';

/** Something that a person does to get to what is to be seen, by role and exact accessible name. */
export type Step =
  | {
      readonly press: string;
      readonly role?: 'button' | 'switch' | 'menuitem' | 'menuitemradio' | 'menuitemcheckbox' | 'tab';
    }
  /** A click beside what is open, which closes it; Escape would go back to the control, and may say what it does. */
  | { readonly away: 'menu' }
  | { readonly fill: string; readonly with: string; readonly role?: 'textbox' | 'searchbox' };

/** One picture of the app: what main says, and what was done then. */
export interface StageState {
  readonly snapshot: AppSnapshot;
  readonly steps?: readonly Step[];
  /** I talk while I am muted. */
  readonly unheard?: boolean;
  /** How links are, by participant id. */
  readonly grades?: Readonly<Record<string, Grade>>;
  /** What main tells, last of all. */
  readonly told?: readonly Notice[];
  /** Who speaks, by participant id. */
  readonly speaking?: readonly string[];
  /** Whose screen is to be seen, by participant id. */
  readonly screens?: readonly string[];
  /** What was said. */
  readonly chat?: ChatNews;
  /** What could be shared; without: some screens and windows. */
  readonly sources?: ShareSources;
  /** How much of the test sound has been played. */
  readonly testSound?: number;
  /** Links that are not up. */
  readonly links?: Readonly<Record<string, 'connecting' | 'lost'>>;
}

/** Every screen and every dialog, by name. */
export const STATES = {
  ...DESKTOP_STATES,
  ...OUTSIDE_STATES,
  ...MEETING_STATES,
  ...CHAT_STATES,
  ...OVER_STATES,
  ...PROMPT_STATES,
  ...SETTINGS_STATES,
  ...SHARING_STATES,
} as const satisfies Record<string, StageState>;
export type StateName = keyof typeof STATES;
export const STATE_NAMES = Object.keys(STATES) as readonly StateName[];
