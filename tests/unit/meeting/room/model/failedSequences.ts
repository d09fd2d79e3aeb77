import type { Action } from './actions.ts';

/**
 * Sequences that broke a law once, shrunk, with what was wrong. They are played first in every run and never taken out.
 * fast-check prints a failure as its counterexample: put it here as it stands.
 */
export const FAILED: readonly (readonly Action[])[] = [];
