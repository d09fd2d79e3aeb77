/** The page's own origin. Nothing else may talk to main. */
export const PAGE_ORIGIN = 'app://parley';

/** What main sees of who sent a message, read at the moment of its arrival. */
export interface Sender {
  /** Null where the frame is gone, or was never there. */
  readonly frame: { readonly url: string; readonly isTop: boolean } | null;
  /** The message came from our window's contents, not from some other. */
  readonly isOurWindow: boolean;
}

/** Whether main may listen: the top frame of our own window, showing our own page (invariant 7). */
export function isTrusted({ frame, isOurWindow }: Sender): boolean {
  return isOurWindow && frame !== null && frame.isTop && isOurPage(frame.url);
}

/** Whether this is the page itself, and not one of its files: the only thing that a window may show. */
export function isOurDocument(url: string): boolean {
  return isOurPage(url) && ['/', '/index.html'].includes(new URL(url).pathname);
}

/** `URL.origin` is "null" for schemes that it does not know, so the parts are compared. */
export function isOurPage(url: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(url);
    return `${protocol}//${host}` === PAGE_ORIGIN && username === '' && password === '';
  } catch {
    return false;
  }
}
