import { clsx } from 'clsx';
import { FileText } from 'lucide-react';
import { useLocale } from 'react-aria-components';

import type { FileOffer } from '#protocol/file.ts';
import type { ParticipantId } from '#protocol/ids.ts';

import styles from './FileCard.module.css';
import { MyFile } from './MyFile.tsx';
import { saySize } from '../../words/saySize.ts';
import { TheirFile } from './TheirFile.tsx';

interface FileCardProps {
  readonly file: FileOffer;
  readonly by: { readonly participant: ParticipantId; readonly name: string };
  readonly isMine: boolean;
}

/** A file that somebody offers, what becomes of it, and what can be done. */
export function FileCard({ file, by, isMine }: FileCardProps) {
  const { locale } = useLocale();
  return (
    <div role="group" aria-label={file.name} className={clsx(styles.card)}>
      <div className={clsx(styles.head)}>
        <FileText size={24} aria-hidden="true" className={clsx(styles.icon)} />
        <div className={clsx(styles.words)}>
          <bdi className={clsx(styles.name)}>{file.name}</bdi>
          <span className={clsx(styles.quiet)}>{saySize(file.size, locale)}</span>
        </div>
      </div>
      {isMine ? <MyFile file={file} /> : <TheirFile file={file} by={by} />}
    </div>
  );
}
