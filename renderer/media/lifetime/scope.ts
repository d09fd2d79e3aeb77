/** The lifetime of something that holds devices, connections, timers or listeners. */
export interface Scope {
  readonly closed: boolean;
  /** Frees `free` when the scope closes, latest first; at once where it is closed already. */
  own(free: () => void | Promise<void>): void;
  /** Frees everything; settles when all of it is free. A second time waits for the first. */
  close(): Promise<void>;
}

/** Opens a scope. One thing that fails to be freed does not keep the others; `onFault` is told. */
export function openScope(onFault: (fault: unknown) => void): Scope {
  const owned: (() => void | Promise<void>)[] = [];
  let closing: Promise<void> | null = null;

  const release = async (free: () => void | Promise<void>): Promise<void> => {
    try {
      await free();
    } catch (fault) {
      onFault(fault);
    }
  };

  return {
    get closed() {
      return closing !== null;
    },
    own(free) {
      if (closing) void release(free);
      else owned.push(free);
    },
    close() {
      // Every release starts in this very turn, so that what can stop at once has stopped when this returns.
      closing ??= Promise.all(owned.splice(0).reverse().map(release)).then(() => undefined);
      return closing;
    },
  };
}
