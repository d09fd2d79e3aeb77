import { describe, expect, test } from 'vitest';

import { isolate } from '#languages/isolate.ts';

const apart = (text: string): string => `\u2068${text}\u2069`;

describe('a name in a sentence', () => {
  test('is left alone where it runs the same way, or no way at all', () => {
    expect(isolate('Ben Okafor', 'ltr')).toBe('Ben Okafor');
    expect(isolate('山田 太郎', 'ltr')).toBe('山田 太郎');
    expect(isolate('جميلة', 'rtl')).toBe('جميلة');
    expect(isolate('12:30', 'rtl')).toBe('12:30');
    expect(isolate('', 'rtl')).toBe('');
  });

  test('is set apart where it runs the other way, or both ways', () => {
    expect(isolate('جميلة', 'ltr')).toBe(apart('جميلة'));
    expect(isolate('דנה', 'ltr')).toBe(apart('דנה'));
    expect(isolate('Ben', 'rtl')).toBe(apart('Ben'));
    expect(isolate('kfr-wmbe-tqa', 'rtl')).toBe(apart('kfr-wmbe-tqa'));
    expect(isolate('Ben جميلة', 'rtl')).toBe(apart('Ben جميلة'));
    expect(isolate('Ben جميلة', 'ltr')).toBe(apart('Ben جميلة'));
  });
});
