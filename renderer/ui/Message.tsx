import { clsx } from 'clsx';
import type { ReactNode } from 'react';

import styles from './Message.module.css';

interface MessageProps {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

/** A whole screen that says one thing. */
export function Message({ title, text, children }: MessageProps) {
  return (
    <main className={clsx(styles.message)}>
      <h1 className={clsx(styles.title)}>{title}</h1>
      {text ? <p className={clsx(styles.text)}>{text}</p> : null}
      {children}
    </main>
  );
}
