import { clsx } from 'clsx';
import { Ellipsis } from 'lucide-react';
import { type ReactNode, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

import { notFitting } from './fitting.ts';
import { IconButton } from './IconButton.tsx';
import { ActionMenu, type MenuAction } from './Menu.tsx';
import styles from './OverflowRow.module.css';

/** Between two things in the row, as its style has it; and a round button of the target's size. */
const GAP = 8;
const MORE_WIDTH = 44;

export interface RowItem {
  readonly id: string;
  /** As it stands in the row. */
  readonly node: ReactNode;
  /** As it stands in the menu where it does not fit, and how long it stays in the row; absent: it always does. */
  readonly overflow?: { readonly rank: number; readonly actions: readonly MenuAction[] };
}

interface OverflowRowProps {
  readonly items: readonly RowItem[];
  /** What the row may take, in CSS pixels; 0 while that is not known. */
  readonly width: number;
  /** Names the button with the rest, and its menu. */
  readonly moreLabel: string;
  readonly moreClassName: string | undefined;
  /** The button itself, null where everything fits: focus comes back to it in place of what is behind it. */
  readonly more: RefObject<HTMLButtonElement | null>;
  /** Follows after everything, and always stands in the row. */
  readonly end: ReactNode;
}

const END = 'end of the row';

/** Things beside each other, as many as there is room for by their measures; the rest behind a button, in a menu. */
export function OverflowRow({ items, width, moreLabel, moreClassName, more, end }: OverflowRowProps) {
  const [widths, setWidths] = useState<Readonly<Record<string, number>>>({});
  const lostFocus = useRef(false);
  const onWidth = useCallback((id: string, wide: number) => {
    setWidths((before) => (before[id] === wide ? before : { ...before, [id]: wide }));
  }, []);
  const onGone = useCallback(() => {
    lostFocus.current = true;
  }, []);
  const widthOf = (id: string): number => widths[id] ?? 0;
  const row = items.map(({ id, overflow }) => ({ id, rank: overflow?.rank ?? null, width: widthOf(id) }));
  row.push({ id: END, rank: null, width: widthOf(END) });
  const out = width === 0 ? NOTHING : notFitting(row, { width, gap: GAP, moreWidth: MORE_WIDTH });
  const hidden = items.filter(({ id }) => out.has(id));
  useLayoutEffect(() => {
    // Whoever stood on what went behind the button stands on the button now.
    if (lostFocus.current) more.current?.focus();
    lostFocus.current = false;
  });
  return (
    <div className={clsx(styles.row)}>
      {items.map(({ id, node }) =>
        out.has(id) ? null : (
          <Measured key={id} id={id} onWidth={onWidth} onGone={onGone}>
            {node}
          </Measured>
        ),
      )}
      {hidden.length > 0 ? (
        <ActionMenu label={moreLabel} groups={hidden.map(({ overflow }) => overflow?.actions ?? [])} placement="top">
          <IconButton size="large" label={moreLabel} className={moreClassName} ref={more}>
            <Ellipsis size={20} />
          </IconButton>
        </ActionMenu>
      ) : null}
      <Measured id={END} onWidth={onWidth} onGone={onGone}>
        {end}
      </Measured>
    </div>
  );
}

const NOTHING: ReadonlySet<string> = new Set();

interface MeasuredProps {
  readonly id: string;
  readonly onWidth: (id: string, width: number) => void;
  /** It goes, and the focus with it. */
  readonly onGone: () => void;
  readonly children: ReactNode;
}

function Measured({ id, onWidth, onGone, children }: MeasuredProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const look = (): void => onWidth(id, Math.ceil(element.getBoundingClientRect().width));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      observer.disconnect();
      if (element.contains(document.activeElement)) onGone();
    };
  }, [id, onWidth, onGone]);
  return (
    <div ref={ref} className={clsx(styles.item)}>
      {children}
    </div>
  );
}
