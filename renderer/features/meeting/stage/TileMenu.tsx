import { EyeOff, LayoutGrid, PictureInPicture2, Spotlight } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { mayIn } from '#meeting/room/selectors.ts';
import { spotlit } from '#meeting/room/spotlight.ts';
import type { SessionIn } from '#protocol/session.ts';

import { FloatingMenu, type MenuAction } from '../../../ui/Menu.tsx';
import { useOrder } from '../people/useOrder.ts';
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

function useSpotlighting({ room, me }: TileMenuProps['session'], item: StageItem): readonly MenuAction[] {
  const { t } = useTranslation();
  const send = useOrder();
  if (item.kind === 'screen' || !mayIn(room, me, 'spotlight')) return [];
  const isLit = spotlit(room) === item.participant.id;
  return [
    {
      id: 'spotlight',
      label: t(isLit ? 'stage.unspotlight' : 'stage.spotlight'),
      icon: <Spotlight size={18} />,
      onAction: () => void send('room:spotlight', { participant: isLit ? null : item.participant.id }),
    },
  ];
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
