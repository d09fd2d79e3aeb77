const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;
const STEP = 1_000;

/** Bytes in the unit that people would use, in the language of the app: `1.5 MB`. */
export function saySize(bytes: number, locale: string): string {
  let value = bytes;
  let unit = 0;
  for (; value >= STEP && unit < UNITS.length - 1; unit += 1) value /= STEP;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[unit] ?? 'byte',
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0,
  }).format(value);
}
