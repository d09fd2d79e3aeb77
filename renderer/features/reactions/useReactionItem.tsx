import { clsx } from 'clsx';
import { SmilePlus } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover, Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { Reaction } from '#protocol/reaction.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { useParley } from '../../bridge/parley.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { RowItem } from '../../ui/OverflowRow.tsx';
import { WithTooltip } from '../../ui/Tooltip.tsx';
import { sayError } from '../../words/say.ts';
import { PICTURES } from './pictures.ts';
import styles from './Reactions.module.css';

/** The way to react: a palette over the bar, or, where there is no room for it, the same in the bar's menu. */
export function useReactionItem(className: string | undefined): RowItem {
  const { t } = useTranslation();
  const { bridge } = useParley();
  const { say } = useAnnouncer();
  const react = async (reaction: Reaction): Promise<void> => {
    const answer = await bridge.request('room:react', { reaction });
    if (answer.ok) return;
    const { code } = answer.error;
    say(code === 'rate-limited' ? t('reactions.tooMany') : sayError(t, answer.error), { urgent: true });
  };
  return {
    id: 'react',
    node: <Palette className={className} onReact={(reaction) => void react(reaction)} />,
    overflow: {
      rank: 30,
      actions: Reaction.options.map((reaction) => ({
        id: `react-${reaction}`,
        label: t(`reactions.names.${reaction}`),
        icon: <img src={PICTURES[reaction]} alt="" width={20} height={20} />,
        onAction: () => void react(reaction),
      })),
    },
  };
}

interface PaletteProps {
  readonly className: string | undefined;
  readonly onReact: (reaction: Reaction) => void;
}

function Palette({ className, onReact }: PaletteProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const choose = (reaction: Reaction): void => {
    setOpen(false);
    onReact(reaction);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <IconButton size="large" className={className} label={t('reactions.title')}>
        <SmilePlus size={20} />
      </IconButton>
      <Popover placement="top" offset={12}>
        <Dialog aria-label={t('reactions.title')} className={clsx(styles.dialog)}>
          <Toolbar aria-label={t('reactions.title')} className={clsx(styles.palette)}>
            {Reaction.options.map((reaction, index) => (
              <WithTooltip key={reaction} label={t(`reactions.names.${reaction}`)}>
                <Button
                  autoFocus={index === 0}
                  aria-label={t(`reactions.names.${reaction}`)}
                  onPress={() => choose(reaction)}
                  className={clsx(styles.choice)}
                >
                  <img src={PICTURES[reaction]} alt="" />
                </Button>
              </WithTooltip>
            ))}
          </Toolbar>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
