import type { ParleyError } from '#protocol/errors.ts';
import type { ParticipantId } from '#protocol/ids.ts';

/** Why a file did not come whole: whoever offers it left, or took it back; or what main said. */
export type FileFault = 'left' | 'withdrawn' | ParleyError;

/** A file that I take from somebody. */
export interface Incoming {
  readonly from: ParticipantId;
  readonly state: 'coming' | 'saved' | 'failed' | 'cancelled' | 'declined';
  /** Bytes that are on the disk. */
  readonly done: number;
  /** The name that it was given here. */
  readonly name: string | null;
  readonly fault: FileFault | null;
}

/** A file of mine on its way to one of those who take it. */
export interface Outgoing {
  readonly to: ParticipantId;
  readonly state: 'going' | 'done' | 'failed' | 'cancelled' | 'declined';
  /** Bytes that they have. */
  readonly done: number;
}

/** All that the page shows of files, by their ids. */
export interface FilesView {
  readonly incoming: Readonly<Record<string, Incoming>>;
  readonly outgoing: Readonly<Record<string, readonly Outgoing[]>>;
  /** Files of mine that are still to be had. */
  readonly offered: readonly string[];
}

export const NO_FILES: FilesView = { incoming: {}, outgoing: {}, offered: [] };

/** Keeps the view and tells those who draw it. */
export interface FilesBoard {
  readonly get: () => FilesView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (change: (view: FilesView) => FilesView) => void;
}

export function createFilesBoard(): FilesBoard {
  let view = NO_FILES;
  const listeners = new Set<() => void>();
  return {
    get: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (change) => {
      view = change(view);
      for (const listener of listeners) listener();
    },
  };
}
