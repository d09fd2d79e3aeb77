const firstLetter = (word: string | undefined): string => word?.match(/[\p{L}\p{N}]\p{M}*/u)?.[0] ?? '';

/** Up to two letters that stand for a name: the first of its first and of its last word. A name of signs has its first. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => firstLetter(word) !== '');
  if (words.length === 0) return name.trim().match(/./u)?.[0] ?? '?';
  const last = words.length > 1 ? firstLetter(words.at(-1)) : '';
  return (firstLetter(words[0]) + last).toLocaleUpperCase();
}

/** A number in [0, count) that is always the same for one identity, and spread evenly over many (FNV-1a). */
export function hueOf(identity: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < identity.length; at++) {
    hash = Math.imul(hash ^ identity.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0) % count;
}
