import { isSharing } from '#meeting/room/sharing.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';

import { dropStream } from '../lifetime/whenAtRest.ts';
import { sendTo } from '../speaker/sendTo.ts';
import type { RemoteFeed } from '../transport.ts';

/** Plays everybody's voice, and the sound of what they share. */
export interface RemoteAudio {
  /** Plays exactly these from now on, but nothing that was stopped by others and is not on again by its owner's word. */
  follow(remotes: ReadonlyMap<ParticipantId, RemoteFeed>, room: Room | null): void;
  /** Plays there from now on: a device's id, or '' for the system's default. */
  useSpeaker(sinkId: string): void;
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

type Source = 'participant' | 'screenOf';

/**
 * One hidden audio element for each voice and for each screen's sound, in the body and out of React's hands: paging
 * through tiles, or a stage that shows only some, never cuts anybody's voice. `data-participant` names whose voice it is,
 * `data-screen-of` whose screen.
 */
export function createRemoteAudio(document: Document, onFault: (fault: unknown) => void): RemoteAudio {
  const voices = new Map<ParticipantId, Player>();
  const screens = new Map<ParticipantId, Player>();
  let speaker = '';

  const start = (element: HTMLAudioElement): void => {
    element.play().catch((fault: unknown) => {
      // Cut short by a new source or by removal: whoever did that plays again, or does not want to.
      if (fault instanceof DOMException && fault.name === 'AbortError') return;
      if (!(fault instanceof DOMException && fault.name === 'NotAllowedError')) return onFault(fault);
      // A browser that wants a gesture before it makes a sound gets the next one. Electron does not ask.
      afterGesture(document, () => element.isConnected && start(element));
    });
  };

  const add = (players: Map<ParticipantId, Player>, source: Source, participant: ParticipantId): Player => {
    const element = document.createElement('audio');
    element.hidden = true;
    element.ariaHidden = 'true';
    element.dataset[source] = participant;
    document.body.append(element);
    if (speaker !== '') sendTo(element, speaker, onFault);
    const player: Player = { element, track: null };
    players.set(participant, player);
    return player;
  };

  const remove = (players: Map<ParticipantId, Player>, participant: ParticipantId): void => {
    const player = players.get(participant);
    players.delete(participant);
    if (!player) return;
    const { element } = player;
    // Silent at once, whatever still comes.
    element.muted = true;
    element.remove();
    dropStream(element);
  };

  const play = (player: Player, track: MediaStreamTrack | null): void => {
    if (player.track === track) return;
    player.track = track;
    player.element.srcObject = track && new MediaStream([track]);
    if (track) start(player.element);
  };

  const keepOnly = (players: Map<ParticipantId, Player>, keep: (participant: ParticipantId) => boolean): void => {
    for (const participant of players.keys()) if (!keep(participant)) remove(players, participant);
  };

  return {
    follow(remotes, room) {
      keepOnly(voices, (participant) => remotes.has(participant));
      keepOnly(screens, (participant) => remotes.has(participant) && isSharing(room?.participants[participant]));
      for (const [participant, feed] of remotes) {
        const person = room?.participants[participant];
        const isMuted = person?.stopped?.microphone !== undefined;
        const voice = isMuted ? null : (feed.stream?.getAudioTracks()[0] ?? null);
        play(voices.get(participant) ?? add(voices, 'participant', participant), voice);
        const sound = feed.screen?.getAudioTracks()[0];
        if (!isSharing(person) || !sound) continue;
        play(screens.get(participant) ?? add(screens, 'screenOf', participant), sound);
      }
    },
    useSpeaker(sinkId) {
      if (sinkId === speaker) return;
      speaker = sinkId;
      for (const { element } of [...voices.values(), ...screens.values()]) sendTo(element, speaker, onFault);
    },
    close() {
      keepOnly(voices, () => false);
      keepOnly(screens, () => false);
    },
  };
}
