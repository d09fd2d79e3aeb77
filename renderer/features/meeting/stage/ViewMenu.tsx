import { LayoutGrid } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { IconButton } from '../../../ui/IconButton.tsx';
import { OptionsMenu } from '../../../ui/OptionsMenu.tsx';
import { keyCaps, SHORTCUTS } from '../../../ui/shortcuts.ts';
import { useStageView } from './StageViewContext.tsx';
import { useFullScreen } from './useFullScreen.ts';

const MODES = ['grid', 'speaker'] as const;
const SELF = ['grid', 'floating', 'hidden'] as const;
const SELF_WORDS = { grid: 'stage.selfInGrid', floating: 'stage.selfFloating', hidden: 'stage.selfHidden' } as const;

/** How I look at the meeting, in the header: everything here is for me alone. */
export function ViewMenu() {
  const { t } = useTranslation();
  const { view, act } = useStageView();
  const { isFull, toggle } = useFullScreen();
  return (
    <OptionsMenu
      label={t('stage.view')}
      sections={[
        {
          id: 'mode',
          label: t('stage.layout'),
          choices: MODES.map((id) => ({ id, label: t(`stage.modes.${id}`) })),
          selected: view.mode,
          onSelect: (mode) => act({ do: 'show-mode', mode }),
        },
        {
          id: 'self',
          label: t('stage.self'),
          choices: SELF.map((id) => ({ id, label: t(SELF_WORDS[id]) })),
          selected: view.selfView,
          onSelect: (selfView) => act({ do: 'show-self', selfView }),
        },
      ]}
      switches={[
        {
          id: 'quiet',
          label: t('stage.hideQuiet'),
          on: view.hidesQuiet,
          onSwitch: (hides) => act({ do: 'hide-quiet', hides }),
        },
        {
          id: 'full-screen',
          label: t('stage.fullScreen'),
          keys: keyCaps(SHORTCUTS.fullScreen),
          on: isFull,
          onSwitch: toggle,
        },
      ]}
    >
      <IconButton label={t('stage.view')}>
        <LayoutGrid size={20} />
      </IconButton>
    </OptionsMenu>
  );
}
