import { isRemoval } from '#meeting/room/exits.ts';
import type { ReasonType } from '#protocol/reasons.ts';
import type { ScheduledEnd } from '#protocol/room.ts';
import type { Command, CommandOf } from '#protocol/wire/command.ts';
import type { MeetingLeft, RemovedFromRoom, ServerFrameOf } from '#protocol/wire/frame.ts';

/** What the last frames of a stay come to. */
export interface Closing {
  readonly removal: RemovedFromRoom | null;
  /** The room was locked by my own end of it, at once or as I scheduled it. */
  readonly locked: boolean;
  /** Commands of mine that have happened, whether or not their answer has come. */
  readonly done: ReadonlySet<Command['type']>;
}

/**
 * Puts a stay's last frames together. When a removal and an end race, the first `meeting-left` is the exit, and only a
 * `removed-from-room` that fits it belongs to it (semantics rules 1 and 5).
 */
export class LastFrames {
  #removals: RemovedFromRoom[] = [];
  /** Null until an end of mine was answered. */
  #lockedByMe: boolean | null = null;

  removed(frame: RemovedFromRoom): void {
    this.#removals.push(frame);
  }

  /** A command of mine was answered. */
  answered(command: Command | null, frame: ServerFrameOf<'ok'> | ServerFrameOf<'error'>): void {
    if (command?.type === 'end-room' && frame.type === 'ok') this.#lockedByMe = command.lock;
  }

  /** The connection is gone: what belongs to the end will be told again by the tombstone. */
  reset(): void {
    this.#removals = [];
  }

  /**
   * `unanswered`: my own end of the room, if its answer has not come; `scheduled`: the end that was to come, which is mine
   * if it came and nobody removed me by it.
   */
  close(left: MeetingLeft, unanswered: CommandOf<'end-room'> | null, scheduled: ScheduledEnd | null): Closing {
    const removal = this.#removals.find((frame) => fits(frame, left)) ?? null;
    const endedByMe = left.reason.type === 'REMOVE_ALL' && removal === null;
    const locked = this.#lockedByMe ?? unanswered?.lock ?? scheduled?.locked ?? false;
    return {
      removal,
      locked: endedByMe && locked,
      done: new Set(endedByMe ? ['end-room'] : []),
    };
  }
}

const ENDS: ReadonlySet<ReasonType> = new Set<ReasonType>(['REMOVE_ALL', 'MEETING_END_API', 'ROOM_CLOSE']);

function fits(removal: RemovedFromRoom, { reason }: MeetingLeft): boolean {
  if (reason.type === 'UNKNOWN') return true;
  return removal.roomWasEnded ? ENDS.has(reason.type) : isRemoval(reason);
}
