import { EyeOff, LayoutGrid, PictureInPicture2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { FloatingMenu, type MenuAction } from '../../../ui/Menu.tsx';
import { spotlight } from '../people/actions/spotlight.tsx';
import { useOrder } from '../people/useOrder.ts';
import { useMay } from '../useMay.ts';
import type { StageItem } from './items.ts';
import { pinning } from './pinning.tsx';
import { useStageView } from './StageViewContext.tsx';

interface TileMenuProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly item: StageItem;
  /** What it opens at. */
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** What can be made of one tile: large for me, large for everybody, and my own picture somewhere else. */
export function TileMenu({ session, item, anchor, onClose }: TileMenuProps) {
  const { t } = useTranslation();
  const pins = pinning(t, useStageView(), item.key);
  const groups = [pins, useSpotlighting(session, item), useSelfView(item)];
  return <FloatingMenu label={item.participant.name} groups={groups} anchor={anchor} onClose={onClose} />;
}

function useSpotlighting(session: TileMenuProps['session'], item: StageItem): readonly MenuAction[] {
  const { t } = useTranslation();
  const may = useMay();
  const send = useOrder();
  return item.kind === 'screen' ? [] : spotlight({ t, session, person: item.participant, may, send });
}

function useSelfView({ kind, isMe }: StageItem): readonly MenuAction[] {
  const { t } = useTranslation();
  const { view, act } = useStageView();
  if (!isMe || kind === 'screen') return [];
  const choices = [
    { id: 'grid', label: t('stage.selfInGrid'), icon: <LayoutGrid size={18} /> },
    { id: 'floating', label: t('stage.selfFloating'), icon: <PictureInPicture2 size={18} /> },
    { id: 'hidden', label: t('stage.selfHidden'), icon: <EyeOff size={18} /> },
  ] as const;
  return choices
    .filter(({ id }) => id !== view.selfView)
    .map(({ id, label, icon }) => ({ id, label, icon, onAction: () => act({ do: 'show-self', selfView: id }) }));
}
