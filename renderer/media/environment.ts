/** What the media engine takes from the page around it; tests replace what a test machine has not got. */
export interface MediaEnvironment {
  readonly devices: Pick<
    MediaDevices,
    'getUserMedia' | 'getDisplayMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'
  >;
  readonly document: Document;
  /** Milliseconds since the epoch, on this machine. */
  readonly now: () => number;
  /** Runs `task` once after `ms`; the returned function cancels it. */
  readonly after: (ms: number, task: () => void) => () => void;
  /** A word that no other page's engine has: tells a page from the one that it was before a reload. */
  readonly newEpoch: () => string;
  /** Something that must not happen did: a bug, or a peer that breaks the rules. Given no SDP, address or name. */
  readonly onFault: (fault: unknown) => void;
}

/** The page's own. */
export function pageEnvironment(): MediaEnvironment {
  return {
    devices: navigator.mediaDevices,
    document,
    now: () => Date.now(),
    after(ms, task) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    newEpoch: () => crypto.randomUUID().slice(0, 13),
    onFault: (fault) => reportError(fault),
  };
}
