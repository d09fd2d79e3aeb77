import type { Grade } from '../../media/quality/grade.ts';

const FILLED = { good: 3, fair: 2, poor: 1 } as const satisfies Record<Grade, number>;
const BARS = [
  { x: 1, height: 5 },
  { x: 6, height: 9 },
  { x: 11, height: 13 },
] as const;

interface BarsProps {
  readonly grade: Grade;
  readonly size: number;
}

/** How strong a connection is, by three bars: those that are missing are seen, too. Decoration: the word stands for it. */
export function Bars({ grade, size }: BarsProps) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 15 15" fill="currentColor">
      {BARS.map(({ x, height }, index) => (
        <rect
          key={x}
          x={x}
          y={14 - height}
          width={3.4}
          height={height}
          rx={1}
          opacity={index < FILLED[grade] ? 1 : 0.3}
        />
      ))}
    </svg>
  );
}
