/** Scripts and links of a document, by what they name. */
const NAMED = /<(?:script|link)\b[^>]*?\s(?:src|href)="([^"]+)"/g;

/** Addresses of the scripts, style sheets and other files that the head of `html` asks for, as seen from `base`. */
export function filesNamedIn(html: string, base: string): readonly string[] {
  return [...html.matchAll(NAMED)].map(([, name = '']) => new URL(name, base).href);
}
