import { TALK_LABELS, type TalkLabel, type TalkMessage, type TalkOutcome } from '../talk.ts';
import { createTalkLane, type TalkLane } from './talkLane.ts';

export interface LinkTalkEvents {
  readonly onOpen: (label: TalkLabel) => void;
  readonly onMessage: (label: TalkLabel, message: TalkMessage) => void;
}

/** What is said to one participant, under every label: lives as long as the link, over all of its connections. */
export interface LinkTalk {
  /** `open` gives the channel of a label over the connection of now. */
  carry(open: ((label: TalkLabel) => RTCDataChannel | null) | null): void;
  say(label: TalkLabel, message: TalkMessage): Promise<TalkOutcome>;
  close(): void;
}

export function createLinkTalk(events: LinkTalkEvents): LinkTalk {
  const lanes = new Map<TalkLabel, TalkLane>(
    TALK_LABELS.map((label) => [
      label,
      createTalkLane({
        onOpen: () => events.onOpen(label),
        onMessage: (message) => events.onMessage(label, message),
      }),
    ]),
  );
  return {
    carry(open) {
      for (const [label, lane] of lanes) lane.carry(open?.(label) ?? null);
    },
    say: async (label, message) => lanes.get(label)?.say(message) ?? 'gone',
    close() {
      for (const lane of lanes.values()) lane.close();
    },
  };
}
