import { type ReactNode, useEffect, useState } from 'react';

/** Milliseconds that something may take before it is said to go on: most takes a few dozen, and would flicker. */
const PATIENCE_MS = 200;

interface LastingProps {
  /** What is to be seen until then. */
  readonly before: ReactNode;
  readonly children: ReactNode;
}

/** Shows its children once it has been there for longer than a blink. */
export function Lasting({ before, children }: LastingProps) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLong ? children : before;
}
