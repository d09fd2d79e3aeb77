/** What of a text makes no difference when somebody looks for it: capitals, accents, wide letters, which kana. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('ـ', '')
    .replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** Whether every word of what is looked for stands somewhere in these texts. Nothing looked for: yes. */
export function holds(texts: readonly string[], query: string): boolean {
  if (query.trim() === '') return true;
  const within = fold(texts.join('\n'));
  return fold(query)
    .split(/[\s,;]+/)
    .every((word) => within.includes(word));
}
