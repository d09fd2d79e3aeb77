import { Pin, PinOff } from 'lucide-react';

import type { MenuAction } from '../../../ui/Menu.tsx';
import type { Words } from '../../../words/words.ts';
import type { StageViewHold } from './StageViewContext.tsx';

/** Having something of the stage large for me alone, and no more: the same wherever it is offered. */
export function pinning(t: Words, { view, act }: StageViewHold, key: string): readonly MenuAction[] {
  const isPinned = view.pins.includes(key);
  return [
    {
      id: 'pin',
      label: t(isPinned ? 'stage.unpin' : 'stage.pin'),
      icon: isPinned ? <PinOff size={18} /> : <Pin size={18} />,
      onAction: () => act({ do: 'pin', key }),
    },
  ];
}
