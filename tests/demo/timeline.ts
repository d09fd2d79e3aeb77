/** What happened when, and to whom, on this machine's one clock. */
export interface Timeline {
  /** `at`: ms since the epoch, as Date.now() in whichever process saw it. */
  note(who: string, what: string, at?: number): void;
  /** A table in the order of time, in ms since the first moment. */
  print(write: (line: string) => void): void;
}

export function createTimeline(): Timeline {
  const moments: { readonly who: string; readonly what: string; readonly at: number }[] = [];
  return {
    note(who, what, at = Date.now()) {
      moments.push({ who, what, at });
    },
    print(write) {
      const inOrder = moments.toSorted((one, other) => one.at - other.at);
      const start = inOrder[0]?.at ?? 0;
      const width = Math.max(3, ...moments.map(({ who }) => who.length));
      let before = start;
      write(`${'ms'.padStart(8)}  ${'step'.padStart(7)}  ${'who'.padEnd(width)}  what`);
      for (const { who, what, at } of inOrder) {
        const step = `+${at - before}`;
        write(`${String(at - start).padStart(8)}  ${step.padStart(7)}  ${who.padEnd(width)}  ${what}`);
        before = at;
      }
    },
  };
}
