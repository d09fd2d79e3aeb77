const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago, as one would say it: "2 hours ago", "yesterday", "now". Never in the future, whatever the clocks say. */
export function ago(locale: string, at: number, now: number): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const gone = Math.max(0, now - at);
  const step = STEPS.find(([, ms]) => gone >= ms);
  return step ? words.format(-Math.floor(gone / step[1]), step[0]) : words.format(0, 'second');
}
