import { useSnapshot } from '../../../bridge/parley.ts';
import { useRequest } from '../../../bridge/useRequest.ts';
import { Fault } from '../../../ui/Fault.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import type { RowWords } from '../section.ts';

/** Whether the app starts with the desktop. The system keeps that, not the settings. */
export function AutostartSetting({ title, description }: RowWords) {
  const { app } = useSnapshot();
  const { send, error } = useRequest('autostart:set');
  return (
    <>
      <Switch
        apart
        label={title}
        {...(description === undefined ? {} : { hint: description })}
        isSelected={app.startsAtLogin === true}
        onChange={(on) => void send({ on })}
      />
      <Fault error={error} />
    </>
  );
}
