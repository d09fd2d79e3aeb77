import type { Millis } from '../ids.ts';

/** A screen or window that can be shared, as it looks right now. */
export interface ShareSource {
  readonly id: string;
  readonly kind: 'screen' | 'window';
  /** As the system calls it: a window by its title. */
  readonly name: string;
  /** As a `data:` URL; null where the system gives none, as of a minimised window. */
  readonly thumbnail: string | null;
  /** Of the app that the window belongs to, likewise. */
  readonly icon: string | null;
}

/** What there is to choose from. Only what is in the last of these can be shared. */
export interface ShareSources {
  readonly sources: readonly ShareSource[];
  /** The system does not let this app see the screen: its own settings have to be changed, and maybe the app restarted. */
  readonly isDenied: boolean;
  /** The sound of the system can be shared along. */
  readonly hasSound: boolean;
}

/** What is on the way to others, by main's word: the page is told what it is called, and not how to get at it. */
export interface ShareView {
  readonly kind: ShareSource['kind'];
  readonly name: string;
  /** With the sound of the system. */
  readonly sound: boolean;
  /** Not shared yet: whoever shares has been asked to stop, by name, and has time until then on this machine's clock. */
  readonly asking?: { readonly name: string; readonly until: Millis };
}

/**
 * Why my last share ended, or never began, without my doing. `gone`: the window was closed or the screen unplugged;
 * `refused` and `failed`: the system did not give it; `taken`: somebody else began first; `declined` and `unanswered`:
 * whoever shares goes on.
 */
export interface ShareEnd {
  readonly why: 'gone' | 'refused' | 'failed' | 'taken' | 'declined' | 'unanswered';
  /** Of what was shared; of who was asked with `declined` and `unanswered`. */
  readonly name: string;
  /** Tells it from the one before, on this machine's clock. */
  readonly at: Millis;
}
