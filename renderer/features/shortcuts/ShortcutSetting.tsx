import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { GlobalAction } from '#protocol/ipc/shortcuts.ts';

import { useParley, useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { Button } from '../../ui/Button.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { KeyCaps } from '../../ui/Tooltip.tsx';
import { acceleratorOf, capsOf } from './accelerator.ts';
import styles from './ShortcutSetting.module.css';

interface ShortcutSettingProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly action: GlobalAction;
}

/** Keys for the whole computer, set by pressing them. */
export function ShortcutSetting({ label, hint, action }: ShortcutSettingProps) {
  const { t } = useTranslation();
  const keys = useSnapshot().settings[action === 'mute' ? 'globalMute' : 'globalLeave'];
  const { send, error, pending, clear } = useRequest('shortcuts:set');
  const [recording, setRecording] = useState(false);
  const [unfit, setUnfit] = useState(false);
  const hintId = useId();
  const begin = (): void => {
    clear();
    setUnfit(false);
    setRecording(true);
  };
  useRecorder(recording, (pressed) => {
    if (pressed === 'unfit') setUnfit(true);
    else {
      setRecording(false);
      if (pressed !== null) void send({ action, keys: pressed.keys });
    }
  });
  return (
    <div>
      <div className={clsx(styles.row)}>
        <span className={clsx(styles.label)}>{label}</span>
        {recording ? null : <Shown keys={keys} />}
        <Button
          size="small"
          isPending={pending}
          aria-label={t('desktop.shortcuts.record', { action: label })}
          aria-describedby={hintId}
          data-takes-keys={recording || undefined}
          onPress={begin}
          onBlur={() => setRecording(false)}
        >
          {recording ? t('desktop.shortcuts.recording') : t(`desktop.shortcuts.${keys === null ? 'set' : 'change'}`)}
        </Button>
        {keys === null || recording ? null : (
          <IconButton
            label={t('desktop.shortcuts.clear', { action: label })}
            onPress={() => void send({ action, keys: null })}
          >
            <X size={16} />
          </IconButton>
        )}
      </div>
      <p id={hintId} role="status" className={clsx(styles.hint)}>
        {recording && unfit ? t('desktop.shortcuts.unfit') : hint}
      </p>
      <Fault error={error} />
    </div>
  );
}

function Shown({ keys }: { readonly keys: string | null }) {
  const { t } = useTranslation();
  if (keys === null) return <span className={clsx(styles.none)}>{t('desktop.shortcuts.none')}</span>;
  return <KeyCaps caps={capsOf(keys)} />;
}

/** Takes every key until there is a shortcut, or Escape (null). Keys that are set already do nothing meanwhile. */
function useRecorder(on: boolean, onKeys: (pressed: { readonly keys: string } | 'unfit' | null) => void): void {
  const { bridge } = useParley();
  useEffect(() => {
    if (!on) return undefined;
    void bridge.request('shortcuts:pause', { on: true });
    const onKeyDown = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') onKeys(null);
      else {
        const pressed = acceleratorOf(event);
        if (pressed !== 'more') onKeys(pressed);
      }
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      void bridge.request('shortcuts:pause', { on: false });
    };
  });
}
