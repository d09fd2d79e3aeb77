import { clsx } from 'clsx';
import type { ReactNode } from 'react';

import { Avatar } from '../../../ui/Avatar.tsx';
import styles from './PersonLine.module.css';

interface PersonLineProps {
  readonly name: string;
  /** What the colour of their initials is made from. */
  readonly identity: string;
  /** Other words than the bare name. */
  readonly shownName?: string;
  readonly detail?: ReactNode;
  /** What there is to know about them, small, at the end. */
  readonly marks?: ReactNode;
  /** What may be done about them. */
  readonly actions?: ReactNode;
  /** Below the words: more to read, or buttons that need the width. */
  readonly below?: ReactNode;
  /** The id of the name, by which a button says whom it is about. */
  readonly nameId?: string;
  /** Other than the plain initials. */
  readonly face?: ReactNode;
}

/** One person in a list of the panel: who they are, what there is to know and what may be done. */
export function PersonLine(props: PersonLineProps) {
  const { name, identity, shownName = name, detail, marks, actions, below, nameId, face } = props;
  return (
    <li className={clsx(styles.person, Boolean(below) && styles.tall)}>
      {face ?? <PersonFace name={name} identity={identity} />}
      <div className={clsx(styles.words)}>
        <p id={nameId} dir="auto" title={name} className={clsx(styles.name)}>
          {shownName}
        </p>
        {detail ? <p className={clsx(styles.detail)}>{detail}</p> : null}
        {below}
      </div>
      {marks ? <div className={clsx(styles.marks)}>{marks}</div> : null}
      {actions ? <div className={clsx(styles.actions)}>{actions}</div> : null}
    </li>
  );
}

interface PersonFaceProps extends Pick<PersonLineProps, 'name' | 'identity'> {
  readonly isSpeaking?: boolean;
}

/** Somebody's initials, with a ring around them while they speak. */
export function PersonFace({ name, identity, isSpeaking = false }: PersonFaceProps) {
  return (
    <span className={clsx(styles.face, isSpeaking && styles.speaking)}>
      <Avatar name={name} identity={identity} />
    </span>
  );
}
