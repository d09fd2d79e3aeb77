import { clsx } from 'clsx';
import type { Ref } from 'react';
import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';

import styles from './Field.module.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Why what was typed will not do; null while it will. */
  readonly fault?: string | null;
  readonly placeholder?: string;
  readonly large?: boolean;
  /** Several lines: Enter starts a new one. */
  readonly lines?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One thing to type, with its label, hint and fault tied to it. */
export function TextField(props: TextFieldProps) {
  const { label, hint, fault = null, placeholder, large = false, lines, inputRef, ...rest } = props;
  const extra = { ...(placeholder === undefined ? {} : { placeholder }), ...directionOf(rest) };
  return (
    <AriaTextField {...rest} isInvalid={fault !== null} className={clsx(styles.field)}>
      <Label className={clsx(styles.label)}>{label}</Label>
      {lines ? (
        <TextArea {...extra} rows={lines} className={clsx(styles.input, styles.area)} />
      ) : (
        <Input
          {...extra}
          {...(inputRef ? { ref: inputRef } : {})}
          className={clsx(styles.input, large && styles.large)}
        />
      )}
      {hint && fault === null ? (
        <Text slot="description" className={clsx(styles.hint)}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={clsx(styles.fault)}>{fault}</FieldError>
    </AriaTextField>
  );
}

/**
 * What somebody types runs as its own letters do; codes, addresses and keys, which no dictionary has, from left to right.
 * While there is nothing, the placeholder runs as the app's language does.
 */
function directionOf({ value, spellCheck }: AriaTextFieldProps): { readonly dir?: 'ltr' | 'auto' } {
  if (!value) return {};
  return { dir: spellCheck === 'false' ? 'ltr' : 'auto' };
}
