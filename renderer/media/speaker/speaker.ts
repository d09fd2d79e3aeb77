import type { KindNews } from '../capture/deviceNews.ts';
import type { DeviceChoice } from '../contract.ts';

/** Which speaker everybody is heard on: the chosen one while it is there, else the system's default. */
export interface Speaker {
  /** For setSinkId. */
  readonly sinkId: string;
  /** `speakers` is empty while devices may not be known: nothing is told of that, and the choice stands. */
  follow(chosen: string | null, speakers: readonly DeviceChoice[]): void;
}

export function createSpeaker(onNews: (news: KindNews) => void): Speaker {
  let chosen: string | null = null;
  /** What the chosen one is called; null until it has been seen. */
  let label: string | null = null;
  let isMissing = false;

  const missing = (): void => {
    if (isMissing) return;
    isMissing = true;
    onNews(label === null ? { what: 'not-there', using: '' } : { what: 'unplugged', lost: label, using: '' });
  };
  const there = (device: DeviceChoice): void => {
    label = device.label;
    if (!isMissing) return;
    isMissing = false;
    onNews({ what: 'back', using: device.label });
  };

  return {
    get sinkId() {
      return isMissing ? '' : (chosen ?? '');
    },
    follow(wanted, speakers) {
      if (wanted !== chosen) {
        chosen = wanted;
        label = null;
        isMissing = false;
      }
      if (chosen === null || speakers.length === 0) return;
      const device = speakers.find(({ id }) => id === chosen);
      if (device) there(device);
      else missing();
    },
  };
}
