/** Longer than any link of ours. */
const MAX_LENGTH = 2048;

/**
 * The `parley://` link among a program's arguments, which Chromium reorders and adds to; null if there is none. Nothing
 * is made of it here. One that is too long is cut, so that it is still seen, and refused, as the link that it is.
 */
export function linkIn(argv: readonly string[]): string | null {
  const link = argv.find((argument) => /^parley:\/\//i.test(argument));
  return link === undefined ? null : link.slice(0, MAX_LENGTH + 1);
}
