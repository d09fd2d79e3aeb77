const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTER = /\p{L}/u;

/**
 * A name, a code or a reason, ready to stand in a sentence that runs in this direction: where it has letters that run the
 * other way it is set apart, so that neither moves the other's words or punctuation about (UAX 9).
 */
export function isolate(text: string, direction: 'ltr' | 'rtl'): string {
  const runsAgainst =
    direction === 'ltr' ? text.search(RIGHT_TO_LEFT) >= 0 : LETTER.test(text.replaceAll(RIGHT_TO_LEFT, ''));
  return runsAgainst ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text;
}
