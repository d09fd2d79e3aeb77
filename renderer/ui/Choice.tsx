import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { CheckboxButton, CheckboxField, Label, Radio, RadioGroup, Text } from 'react-aria-components';

import styles from './Choice.module.css';

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: Value;
  /** `lang`: what language a label is in, where it is not the app's. */
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: Value) => void;
  /** Beside each other instead of below. */
  readonly row?: boolean;
}

/** One of a few, all of them visible. */
export function Choice<Value extends string>({
  label,
  hint,
  value,
  options,
  onChange,
  row = false,
}: ChoiceProps<Value>) {
  return (
    <RadioGroup
      className={clsx(styles.group)}
      value={value}
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option) onChange(option.value);
      }}
    >
      <Label className={clsx(styles.label)}>{label}</Label>
      <div className={clsx(styles.options, row && styles.row)}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={clsx(styles.option)}>
            <span className={clsx(styles.dot)} />
            <span dir="auto" lang={option.lang}>
              {option.label}
            </span>
          </Radio>
        ))}
      </div>
      {hint ? (
        <Text slot="description" className={clsx(styles.hint)}>
          {hint}
        </Text>
      ) : null}
    </RadioGroup>
  );
}

interface TickProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A box to tick, for something that takes effect with the answer to a dialog. */
export function Tick({ label, isSelected, onChange }: TickProps) {
  return (
    <CheckboxField isSelected={isSelected} onChange={onChange}>
      <CheckboxButton className={clsx(styles.check)}>
        <span className={clsx(styles.dot, styles.square)}>
          <Check size={14} strokeWidth={3} />
        </span>
        {label}
      </CheckboxButton>
    </CheckboxField>
  );
}
