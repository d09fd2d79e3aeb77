import { createPart } from '../ui/part.ts';

/** The way into a meeting, the meeting and its small window. */
export const meetingPart = createPart(() => import('./meetingPart.ts'));
/** Questions and news that need an answer. */
export const dialogsPart = createPart(() => import('./dialogsPart.ts'));
export const settingsPart = createPart(() => import('../features/settings/SettingsWindow.tsx'));

/** In the order in which they are likely to be wanted. */
export const PARTS = [meetingPart, dialogsPart, settingsPart] as const;
