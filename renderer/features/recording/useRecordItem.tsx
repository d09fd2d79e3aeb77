import { CircleDot, CircleStop } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { RowItem } from '../../ui/OverflowRow.tsx';
import { useMay } from '../../features/meeting/useMay.ts';
import { RecordDialog } from './RecordDialog.tsx';

interface Record {
  /** None for whoever may not record. */
  readonly items: readonly RowItem[];
  /** Asked before anything is recorded; stands outside of the bar, which may not have the button itself. */
  readonly dialog: ReactNode;
}

/** Begins to record the meeting here, after a question; and ends it, without one. */
export function useRecordItem(className: string | undefined): Record {
  const { t } = useTranslation();
  const may = useMay();
  const { recording } = useSnapshot();
  const [asking, setAsking] = useState(false);
  const stop = useRequest('recording:stop');
  const isOn = recording?.state === 'on' || recording?.state === 'starting';
  if (!may('record') && !isOn) return { items: [], dialog: null };
  const label = t(isOn ? 'recording.stop' : 'recording.record');
  const toggle = (): void => (isOn ? void stop.send({}) : setAsking(true));
  const Icon = isOn ? CircleStop : CircleDot;
  const item: RowItem = {
    id: 'record',
    node: (
      <IconButton
        size="large"
        className={className}
        label={label}
        isPending={stop.pending || recording?.state === 'stopping'}
        onPress={toggle}
      >
        <Icon size={20} />
      </IconButton>
    ),
    overflow: { rank: 10, actions: [{ id: 'record', label, icon: <Icon size={18} />, onAction: toggle }] },
  };
  return { items: [item], dialog: asking ? <RecordDialog onClose={() => setAsking(false)} /> : null };
}
