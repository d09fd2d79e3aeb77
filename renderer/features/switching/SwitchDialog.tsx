import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { parseInvite } from '#meeting/invite/inviteLink.ts';
import type { SessionIn } from '#protocol/session.ts';

import { TextField } from '../../ui/TextField.tsx';
import { useMeeting } from '../../features/meeting/useMeeting.ts';
import { type SwitchAnswer, SwitchQuestion } from './SwitchQuestion.tsx';

interface SwitchDialogProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly onClose: () => void;
}

/** To another meeting by a code that is typed or a link that is pasted. What comes of it is main's to tell. */
export function SwitchDialog({ session, onClose }: SwitchDialogProps) {
  const { t } = useTranslation();
  const { switchTo } = useMeeting();
  const [target, setTarget] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const go = (answer: SwitchAnswer): void => {
    const typed = target.trim();
    if (typed === '') return setFault(t('home.joinEmpty'));
    if (!parseInvite(typed).ok) return setFault(t('home.joinUnclear'));
    void switchTo(typed, answer);
    onClose();
  };
  return (
    <SwitchQuestion session={session} lead={t('switching.typed')} atOnce pending={false} onGo={go} onCancel={onClose}>
      <Form
        validationBehavior="aria"
        // Enter leaves no meeting by accident: that takes one of the buttons.
        onSubmit={(event) => event.preventDefault()}
      >
        <TextField
          autoFocus
          label={t('home.joinField')}
          hint={t('home.joinHint')}
          fault={fault}
          value={target}
          autoComplete="off"
          spellCheck="false"
          onChange={(typed) => {
            setTarget(typed);
            setFault(null);
          }}
        />
      </Form>
    </SwitchQuestion>
  );
}
