import type { Participant } from '#protocol/room.ts';

import { useMedia } from '../../../bridge/parley.ts';

interface Seen {
  /** The picture to show; null for initials. */
  readonly video: MediaStream | null;
  readonly speaking: boolean;
  /** The room has no connection with them right now. */
  readonly lost: boolean;
  /** Their link has never been up: nothing of them can be seen or heard yet. */
  readonly connecting: boolean;
}

/** What is seen and heard of one participant right now. Silent while muted, whatever arrives late. */
export function useSeen({ id, media, connection }: Participant, isMe: boolean): Seen {
  // What is of others does not draw my tile anew, nor what is mine theirs.
  const myVideo = useMedia((view) => (isMe ? view.local.video : null));
  const iSpeak = useMedia((view) => isMe && view.local.speaking);
  const remote = useMedia((view) => (isMe ? undefined : view.remotes[id]));
  const lost = connection === 'lost';
  if (isMe) return { video: myVideo, speaking: media.microphone && iSpeak, lost, connecting: false };
  return {
    video: remote?.hasVideo === true ? remote.stream : null,
    speaking: media.microphone && remote?.speaking === true && !lost,
    lost: lost || remote?.link === 'lost',
    connecting: !lost && remote?.link === 'connecting',
  };
}

/** The screen that somebody shares, once it comes. */
export function useSeenScreen({ id }: Participant): MediaStream | null {
  return useMedia((view) => view.remotes[id]?.screen ?? null);
}
