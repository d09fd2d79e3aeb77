/** What could be read of a settings file. `whole`: it is one JSON object, from the first byte to the last. */
export interface Salvage {
  readonly values: Readonly<Record<string, unknown>>;
  readonly whole: boolean;
}

/**
 * Reads as much as can be read of a file that may have been cut off, filled with NULs or edited by hand: a whole object,
 * else the longest run of whole entries from its beginning.
 */
export function salvage(text: string): Salvage {
  const whole = parseObject(text);
  if (whole !== null) return { values: whole, whole: true };
  // From the last comma between entries backwards: what stands before it may be whole. A file of megabytes must not
  // make the start quadratic, so only so many are tried.
  for (const end of entryEnds(text).slice(-64).reverse()) {
    const values = parseObject(`${text.slice(0, end)}}`);
    if (values !== null) return { values, whole: false };
  }
  return { values: {}, whole: false };
}

/** The object that a text is the JSON of; null if it is none. */
export function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Where entries of the outermost object end: at the commas between them, and after the last whole text. */
function entryEnds(text: string): readonly number[] {
  const ends: number[] = [];
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    else if (char === '\0') break;
    else if (char === ',' && depth === 1) ends.push(at);
  }
  return ends;
}
