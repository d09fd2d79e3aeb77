import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';

import { DisplayName } from '#protocol/text.ts';

import { useRequest } from '../../../bridge/useRequest.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Fault } from '../../../ui/Fault.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { PersonDialogProps } from './personActions.ts';

/** What I am called in this meeting from now. */
export function RenameDialog({ participant, onClose }: PersonDialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(participant.name);
  const rename = useRequest('room:rename');
  const valid = v.is(DisplayName, typed);
  const save = async (): Promise<void> => {
    if (!valid) return;
    const renamed = await rename.send({ name: typed });
    if (renamed.ok) onClose();
  };
  return (
    <Dialog
      title={t('meeting.renameTitle')}
      icon={<Pencil size={20} />}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isPending={rename.pending} onPress={() => void save()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          autoFocus
          label={t('common.yourName')}
          fault={valid ? null : t('settings.nameInvalid')}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
        />
      </Form>
      <Fault error={rename.error} />
    </Dialog>
  );
}
