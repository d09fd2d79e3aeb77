import { createContext, useContext } from 'react';

import type { SectionId } from './section.ts';

/** Opens the settings from anywhere in the app; at a section where one is named. */
export type OpenSettings = (at?: SectionId) => void;

export const SettingsDoorContext = createContext<OpenSettings | null>(null);

export function useOpenSettings(): OpenSettings {
  const open = useContext(SettingsDoorContext);
  if (!open) throw new Error('SettingsDoorContext is missing');
  return open;
}
