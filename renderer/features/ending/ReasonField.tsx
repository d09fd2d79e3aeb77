import { useTranslation } from 'react-i18next';

import { TextField } from '../../ui/TextField.tsx';
import { isReason, REASON_LENGTH } from './reason.ts';

interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** From here on the room left is shown. */
const NEARLY_FULL = 40;

/** Why, in one's own words; those affected read it. Enter starts a new line and never sends. */
export function ReasonField({ value, onChange }: ReasonFieldProps) {
  const { t } = useTranslation();
  const left = REASON_LENGTH - value.length;
  return (
    <TextField
      autoFocus
      lines={2}
      label={t('common.reason')}
      hint={left > NEARLY_FULL ? t('common.reasonHint') : t('common.reasonLeft', { count: left })}
      fault={isReason(value) ? null : t('common.reasonTooLong', { most: REASON_LENGTH })}
      value={value}
      onChange={onChange}
    />
  );
}
