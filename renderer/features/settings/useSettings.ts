import { createContext, useContext } from 'react';

import type { RouteRequest } from '#protocol/ipc/contract.ts';
import type { SettingsView } from '#protocol/ipc/snapshot.ts';

import { useSnapshot } from '../../bridge/parley.ts';

export type SettingsChange = (change: RouteRequest<'settings:change'>) => void;

/** The window's one way to change settings; it shows why a change was refused. */
export const SettingsChangeContext = createContext<SettingsChange | null>(null);

/** The settings as they are, and how one is changed: at once, there is nothing to save. */
export function useSettings(): { readonly settings: SettingsView; readonly change: SettingsChange } {
  const { settings } = useSnapshot();
  const change = useContext(SettingsChangeContext);
  if (!change) throw new Error('SettingsChangeContext is missing');
  return { settings, change };
}
