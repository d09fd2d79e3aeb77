import { type ReactNode, useCallback, useState } from 'react';

import { settingsPart } from '../../app/parts.ts';
import { usePart } from '../../ui/part.ts';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import type { SectionId } from './section.ts';
import { type OpenSettings, SettingsDoorContext } from './settingsDoor.ts';

interface SettingsDoorProps {
  /** What is behind the settings. They close when it changes: what comes next is to be seen. */
  readonly screen: string;
  readonly children: ReactNode;
}

/** Holds the settings above every screen, open or not; whatever is inside can open them. */
export function SettingsDoor({ screen, children }: SettingsDoorProps) {
  const [open, setOpen] = useState<{ readonly at: SectionId | null; readonly over: string } | null>(null);
  // Gone with the screen that they were opened over, also when that one comes back.
  if (open !== null && open.over !== screen) setOpen(null);
  const openAt = useCallback<OpenSettings>((at) => setOpen({ at: at ?? null, over: screen }), [screen]);
  useShortcuts({
    settings: () => {
      if (document.querySelector('[role=dialog], [role=alertdialog]') === null) openAt();
    },
  });
  // A meeting goes on where its settings can't be shown.
  const onFailed = useCallback((error: unknown) => {
    setOpen(null);
    reportError(error);
  }, []);
  const settings = usePart(settingsPart, open !== null, onFailed);
  return (
    <SettingsDoorContext value={openAt}>
      {children}
      {settings && open?.over === screen ? (
        <settings.SettingsWindow key={open.at} at={open.at} onClose={() => setOpen(null)} />
      ) : null}
    </SettingsDoorContext>
  );
}
