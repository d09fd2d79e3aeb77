/** The one window that the page may open, by the name of its frame: the small one that stays on top in a meeting. */
export const MINI_FRAME = 'parley-mini';
export const MINI_URL = 'about:blank';
