import { useEffect, useState } from 'react';

/** A piece of the program in a file of its own, which the first picture can do without. */
export interface Part<Content> {
  /** Null until it has been brought. */
  readonly content: Content | null;
  /** Brings it, once; what failed is tried again when it is asked for again. Rejects where its file can't be had. */
  readonly bring: () => Promise<Content>;
}

export function createPart<Content>(load: () => Promise<Content>): Part<Content> {
  let content: Content | null = null;
  let coming: Promise<Content> | null = null;
  return {
    get content() {
      return content;
    },
    bring() {
      coming ??= load().then(
        (brought) => (content = brought),
        (error: unknown) => {
          coming = null;
          throw error;
        },
      );
      return coming;
    },
  };
}

/**
 * What is in the part: null until it has been brought, which begins as soon as it is wanted. Whatever has been brought
 * before is there in the very first drawing. Where its file can't be had, `onFailed` is told (one function for good); without
 * that it is thrown while drawing.
 */
export function usePart<Content>(
  part: Part<Content>,
  isWanted: boolean,
  onFailed?: (error: unknown) => void,
): Content | null {
  const [failed, setFailed] = useState<{ readonly error: unknown } | null>(null);
  const [, setBrought] = useState(part.content);
  const isMissing = isWanted && part.content === null;
  useEffect(() => {
    if (!isMissing) return;
    let isGone = false;
    part.bring().then(
      (content) => {
        if (!isGone) setBrought(() => content);
        return null;
      },
      (error: unknown) => {
        if (isGone) return;
        if (onFailed) onFailed(error);
        else setFailed({ error });
      },
    );
    return () => {
      isGone = true;
    };
  }, [part, isMissing, onFailed]);
  if (failed) throw failed.error;
  return part.content;
}
