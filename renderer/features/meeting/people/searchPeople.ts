/** A text as it is looked for: without case, accents and blanks at its ends. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLocaleLowerCase()
    .trim();
}

/** Whether a name has what was typed: each of its words begins a word of the name, in any order. Nothing typed: all. */
export function isFound(name: string, typed: string): boolean {
  const words = plain(name).split(/[\s\-.]+/);
  const whole = plain(name);
  return plain(typed)
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)) || whole.includes(part));
}
