import { useState } from 'react';

import { useSnapshot } from '../../bridge/parley.ts';

/** The name to join with: the one in the settings until another is typed. Kept while joining is tried and refused. */
export function usePreviewName(): readonly [string, (name: string) => void] {
  const { settings } = useSnapshot();
  const [typed, setTyped] = useState<string | null>(null);
  return [typed ?? settings.displayName, setTyped];
}
