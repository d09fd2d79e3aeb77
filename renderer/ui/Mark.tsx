import type { ReactNode } from 'react';

/** An icon that says something by itself, with the word for it. */
export function Mark({
  label,
  className,
  children,
}: {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <span role="img" aria-label={label} title={label} className={className}>
      {children}
    </span>
  );
}
