import { clsx } from 'clsx';
import { ScreenShare } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { Result } from '#protocol/errors.ts';
import type { ShareSource, ShareSources } from '#protocol/ipc/share.ts';

import { useRequest } from '../../bridge/useRequest.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './SharePicker.module.css';
import { SourceGrid } from './SourceGrid.tsx';
import { useShareSources } from './useShareSources.ts';

const KINDS = [
  { kind: 'screen', title: 'screens', none: 'noScreens' },
  { kind: 'window', title: 'windows', none: 'noWindows' },
] as const;

const NOTHING: ShareSources = { sources: [], isDenied: false, hasSound: false };

interface SharePickerProps {
  /** Who shares, and is asked first; null: nobody does. */
  readonly sharer: string | null;
  readonly onClose: () => void;
}

/** Chooses what is shared, and shares it, in one step. */
export function SharePicker({ sharer, onClose }: SharePickerProps) {
  const { t } = useTranslation();
  const answer = useShareSources();
  const start = useRequest('share:start');
  const [wished, setWished] = useState<string | null>(null);
  const [sound, setSound] = useState(false);
  const { sources, isDenied, hasSound } = answer?.ok ? answer.value : NOTHING;
  // What went meanwhile can't be shared any more.
  const chosen = sources.find(({ id }) => id === wished)?.id ?? null;
  const share = async (): Promise<void> => {
    if (chosen === null) return;
    const begun = await start.send({ source: chosen, sound: sound && hasSound });
    if (begun.ok) onClose();
  };
  return (
    <Dialog
      widest
      icon={<ScreenShare size={20} />}
      title={t('sharing.picker.title')}
      lead={sharer === null ? t('sharing.picker.lead') : t('sharing.picker.leadAsking', { name: sharer })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('sharing.picker.cancel')}</Button>
          <Button look="primary" isDisabled={chosen === null} isPending={start.pending} onPress={() => void share()}>
            {t(sharer === null ? 'sharing.picker.share' : 'sharing.picker.ask')}
          </Button>
        </>
      }
    >
      {isDenied ? (
        <Banner tone="caution" icon={<ScreenShare size={20} />} hint={t('sharing.picker.deniedHint')}>
          {t('sharing.picker.denied')}
        </Banner>
      ) : (
        <Kinds answer={answer} sources={sources} chosen={chosen} onChoose={setWished} />
      )}
      {hasSound ? (
        <Switch
          label={t('sharing.picker.sound')}
          hint={t('sharing.picker.soundHint')}
          isSelected={sound}
          onChange={setSound}
        />
      ) : null}
      <Fault error={start.error} />
    </Dialog>
  );
}

interface KindsProps {
  readonly answer: Result<ShareSources> | null;
  readonly sources: readonly ShareSource[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

function Kinds({ answer, sources, chosen, onChoose }: KindsProps) {
  const { t } = useTranslation();
  return (
    <Tabs className={clsx(styles.tabs)}>
      <TabList aria-label={t('sharing.picker.kinds')} className={clsx(styles.list)}>
        {KINDS.map(({ kind, title }) => (
          <Tab key={kind} id={kind} className={clsx(styles.tab)}>
            {t(`sharing.picker.${title}`)}
          </Tab>
        ))}
      </TabList>
      {KINDS.map(({ kind, title, none }) => {
        const ofKind = sources.filter((source) => source.kind === kind);
        return (
          <TabPanel key={kind} id={kind} className={clsx(styles.panel)}>
            {answer === null ? (
              <Empty>
                <Spinner />
                {t('sharing.picker.loading')}
              </Empty>
            ) : null}
            {answer?.ok === false ? <Empty>{t('sharing.picker.failed')}</Empty> : null}
            {answer?.ok && ofKind.length === 0 ? <Empty>{t(`sharing.picker.${none}`)}</Empty> : null}
            {ofKind.length > 0 ? (
              <SourceGrid
                label={t(`sharing.picker.${title}`)}
                sources={ofKind}
                chosen={ofKind.some(({ id }) => id === chosen) ? chosen : null}
                onChoose={onChoose}
              />
            ) : null}
          </TabPanel>
        );
      })}
    </Tabs>
  );
}

function Empty({ children }: { readonly children: ReactNode }) {
  return (
    <p role="status" className={clsx(styles.empty)}>
      {children}
    </p>
  );
}
