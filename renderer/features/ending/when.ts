/** When an end comes: at once, or after a moment to say goodbye in. */
export type When = 'now' | 'soon';

/** The moment, in ms: as long as it takes to say goodbye, too short to go on talking. */
export const SOON_MS = 10_000;
