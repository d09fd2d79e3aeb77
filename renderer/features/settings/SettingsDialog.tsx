import { clsx } from 'clsx';
import { Settings } from 'lucide-react';
import { Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { CloseBehaviour, Theme } from '#protocol/ipc/snapshot.ts';

import { useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './SettingsDialog.module.css';
import { AloneSetting } from './AloneSetting.tsx';
import { CreationKeySetting } from './CreationKeySetting.tsx';
import { NameSetting, ServerSetting } from './TypedSettings.tsx';

/** What can be set. Everything takes effect at once; there is nothing to save or to lose. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { settings, app } = useSnapshot();
  const change = useRequest('settings:change');
  return (
    <Dialog
      wide
      title={t('settings.title')}
      icon={<Settings size={20} />}
      lead={t('settings.version', { version: app.version })}
      onClose={onClose}
      actions={
        <Button look="primary" onPress={onClose}>
          {t('common.done')}
        </Button>
      }
    >
      <Fault error={change.error} />
      <NameSetting value={settings.displayName} onChange={(displayName) => void change.send({ displayName })} />
      <Choice
        row
        label={t('settings.theme')}
        value={settings.theme}
        options={Theme.options.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
        onChange={(theme) => void change.send({ theme })}
      />
      <Group aria-label={t('settings.joining')} className={clsx(styles.group)}>
        <p className={clsx(styles.label)}>{t('settings.joining')}</p>
        <Switch
          label={t('settings.joinWithMicrophone')}
          isSelected={settings.joinWithMicrophone}
          onChange={(joinWithMicrophone) => void change.send({ joinWithMicrophone })}
        />
        <Switch
          label={t('settings.joinWithCamera')}
          isSelected={settings.joinWithCamera}
          onChange={(joinWithCamera) => void change.send({ joinWithCamera })}
        />
      </Group>
      <Choice
        label={t('settings.closeBehaviour')}
        value={settings.closeBehaviour}
        options={CloseBehaviour.options.map((value) => ({ value, label: t(`settings.closeBehaviours.${value}`) }))}
        onChange={(closeBehaviour) => void change.send({ closeBehaviour })}
      />
      <AloneSetting value={settings.aloneMinutes} onChange={(aloneMinutes) => void change.send({ aloneMinutes })} />
      <ServerSetting value={settings.defaultServer} onChange={(defaultServer) => void change.send({ defaultServer })} />
      {settings.defaultServer === null ? null : (
        <CreationKeySetting key={settings.defaultServer} state={settings.creationKey} />
      )}
    </Dialog>
  );
}
