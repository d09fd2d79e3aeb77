import type { ParticipantId } from '#protocol/ids.ts';

import type { Room } from '#protocol/room.ts';

import type { RemoteFeed } from '../transport.ts';

/** Plays everybody's voice. */
export interface RemoteAudio {
  /** Plays exactly these from now on, but nobody who was muted by others and is not on again by their own word. */
  follow(remotes: ReadonlyMap<ParticipantId, RemoteFeed>, room: Room | null): void;
  close(): void;
}

interface Player {
  readonly element: HTMLAudioElement;
  track: MediaStreamTrack | null;
}

/** Runs `task` once, at the next touch, click or key. */
function afterGesture(document: Document, task: () => void): void {
  const done = new AbortController();
  const run = (): void => {
    done.abort();
    task();
  };
  for (const gesture of ['pointerdown', 'keydown']) document.addEventListener(gesture, run, { signal: done.signal });
}

/**
 * One hidden audio element for each participant, in the body and out of React's hands: paging through tiles, or a stage
 * that shows only some, never cuts anybody's voice. `data-participant` names whose it is.
 */
export function createRemoteAudio(document: Document, onFault: (fault: unknown) => void): RemoteAudio {
  const players = new Map<ParticipantId, Player>();

  const play = (element: HTMLAudioElement): void => {
    element.play().catch((fault: unknown) => {
      // Cut short by a new source or by removal: whoever did that plays again, or does not want to.
      if (fault instanceof DOMException && fault.name === 'AbortError') return;
      if (!(fault instanceof DOMException && fault.name === 'NotAllowedError')) return onFault(fault);
      // A browser that wants a gesture before it makes a sound gets the next one. Electron does not ask.
      afterGesture(document, () => element.isConnected && play(element));
    });
  };

  const add = (participant: ParticipantId): Player => {
    const element = document.createElement('audio');
    element.hidden = true;
    element.ariaHidden = 'true';
    element.dataset['participant'] = participant;
    document.body.append(element);
    const player: Player = { element, track: null };
    players.set(participant, player);
    return player;
  };

  const remove = (participant: ParticipantId): void => {
    const player = players.get(participant);
    players.delete(participant);
    if (!player) return;
    player.element.srcObject = null;
    player.element.remove();
  };

  return {
    follow(remotes, room) {
      for (const participant of players.keys()) if (!remotes.has(participant)) remove(participant);
      for (const [participant, feed] of remotes) {
        const player = players.get(participant) ?? add(participant);
        const isMuted = room?.participants[participant]?.stopped?.microphone !== undefined;
        const track = isMuted ? null : (feed.stream?.getAudioTracks()[0] ?? null);
        if (player.track === track) continue;
        player.track = track;
        player.element.srcObject = track && new MediaStream([track]);
        if (track) play(player.element);
      }
    },
    close() {
      for (const participant of players.keys()) remove(participant);
    },
  };
}
