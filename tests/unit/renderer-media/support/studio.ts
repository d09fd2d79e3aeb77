import { vi } from 'vitest';

import { asTrack, FakeTrack } from './tracks.ts';

/** What a recording plays, draws and mixes with, as far as this code looks at it. */
export interface Studio {
  readonly document: Document;
  /** Every video element that was made, and what it plays at present. */
  readonly players: readonly { srcObject: unknown }[];
  /** Pictures that were begun. */
  readonly pictures: number;
  /** How many audio contexts are open. */
  readonly mixers: number;
  /** What the next recorders can't do, if anything. */
  failing: 'create' | 'start' | null;
}

class Stream {
  getVideoTracks(): MediaStreamTrack[] {
    return [asTrack(new FakeTrack('video', null))];
  }

  getAudioTracks(): MediaStreamTrack[] {
    return [asTrack(new FakeTrack('audio', null))];
  }

  getTracks(): MediaStreamTrack[] {
    return [];
  }
}

const nothing = (): void => undefined;

/** Takes the place of the browser's recording until `vi.unstubAllGlobals`. */
export function openStudio(): Studio {
  const players: { srcObject: unknown }[] = [];
  let pictures = 0;
  let mixers = 0;
  const context = {
    save: nothing,
    restore: nothing,
    beginPath: nothing,
    roundRect: nothing,
    clip: nothing,
    fillText: nothing,
    drawImage: nothing,
    // Each picture begins with the stage, from its corner.
    fillRect: (x: number, y: number) => void (pictures += x === 0 && y === 0 ? 1 : 0),
    measureText: () => ({ width: 10 }),
  };
  const make = (name: string): object => {
    if (name === 'canvas') return { getContext: () => context, captureStream: () => new Stream() };
    const player = { srcObject: null, videoWidth: 0, videoHeight: 0, play: async () => undefined };
    players.push(player);
    return player;
  };
  const studio = {
    document: { createElement: make } as unknown as Document,
    players,
    get pictures() {
      return pictures;
    },
    get mixers() {
      return mixers;
    },
    failing: null as Studio['failing'],
  };
  class Mixing {
    state = 'running';

    constructor() {
      mixers += 1;
    }

    async close(): Promise<void> {
      this.state = 'closed';
      mixers -= 1;
    }
  }
  class Recorder extends EventTarget {
    state = 'inactive';

    constructor() {
      super();
      if (studio.failing === 'create') throw new DOMException('no such type', 'NotSupportedError');
    }

    start(): void {
      if (studio.failing === 'start') throw new DOMException('no encoder', 'NotSupportedError');
      this.state = 'recording';
    }

    stop(): void {
      this.state = 'inactive';
      this.dispatchEvent(new Event('stop'));
    }
  }
  vi.stubGlobal('AudioContext', Mixing);
  vi.stubGlobal(
    'MediaStreamAudioDestinationNode',
    class {
      readonly stream = new Stream();
    },
  );
  vi.stubGlobal('MediaStream', Stream);
  vi.stubGlobal('MediaRecorder', Recorder);
  return studio;
}
