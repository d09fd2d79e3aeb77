/** Nothing that the protocol has is deeper. */
const DEEPEST = 16;

/** Keys that mean something else than data to somebody who reads carelessly. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export type ParsedJson =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string };

const refused = (problem: string): ParsedJson => ({ ok: false, problem });

/**
 * JSON as in RFC 8259, but every object's keys are different, none of them is one that objects inherit by, and it is
 * not nested deeper than any frame. Two readers of the same text can't see two different things in it (JSA-2023-0001).
 */
export function parseStrictJson(text: string): ParsedJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('not JSON');
  }
  const problem = problemInKeys(text);
  return problem === null ? { ok: true, value } : refused(problem);
}

/** Walks over valid JSON once. Strings are jumped over, so the cost is that of the structure, not of the payload. */
function problemInKeys(text: string): string | null {
  // One entry for each object or array that is open; null for arrays, which have no keys.
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{') open.push(new Set());
    else if (character === '[') open.push(null);
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = endOfString(text, at);
      const problem = isKey(text, end) ? problemOfKey(text.slice(at, end + 1), open.at(-1) ?? null) : null;
      if (problem) return problem;
      at = end;
    }
    if (open.length > DEEPEST) return 'nested too deeply';
  }
  return null;
}

/** The index of the quote that ends the string beginning at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** In valid JSON, only a key is followed by a colon. */
function isKey(text: string, end: number): boolean {
  let next = end + 1;
  while (text[next] === ' ' || text[next] === '\t' || text[next] === '\n' || text[next] === '\r') next += 1;
  return text[next] === ':';
}

function problemOfKey(quoted: string, seen: Set<string> | null): string | null {
  const key = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  if (FORBIDDEN.has(key)) return 'a key that is not allowed';
  if (seen?.has(key)) return 'the same key twice';
  seen?.add(key);
  return null;
}
