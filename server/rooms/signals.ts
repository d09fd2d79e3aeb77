import { participantOf } from '#meeting/room/selectors.ts';
import type { LinkId, ParticipantId } from '#protocol/ids.ts';
import type { SendSignal } from '#protocol/wire/frame.ts';

import type { Attendance } from './attendance.ts';
import type { Chronicle } from './chronicle.ts';
import { signalFrame } from './frames.ts';
import type { RoomSession } from './roomSession.ts';

/** Passes signals on between the members of one incarnation (invariant 4). They are in no log and no state. */
export class SignalRelay {
  readonly #chronicle: Chronicle;
  readonly #attendance: Attendance;
  readonly #generations = new Map<LinkId, number>();

  constructor(chronicle: Chronicle, attendance: Attendance) {
    this.#chronicle = chronicle;
    this.#attendance = attendance;
  }

  /**
   * Delivers, or drops: what concerns somebody who is not here (any more), or an older generation of the link, is of no
   * use to anybody. Generation 0 is no generation: it is for whoever does not know yet which one it is, as after the
   * reload of a page, and always goes through.
   */
  relay(from: RoomSession, signal: SendSignal): 'delivered' | 'dropped' | 'wrong-link' {
    const sender = from.record.participant;
    const { to, link, generation, data } = signal;
    if (to === sender || link !== linkOf(sender, to)) return 'wrong-link';
    const { room } = this.#chronicle;
    const receiver = this.#attendance.of(to);
    if (!room || !this.#attendance.isCurrent(from) || !receiver || !participantOf(room, to)) return 'dropped';
    if (generation > 0) {
      if (generation < (this.#generations.get(link) ?? 0)) return 'dropped';
      this.#generations.set(link, generation);
    }
    receiver.send(signalFrame({ type: 'signal', from: sender, link, generation, data }));
    return 'delivered';
  }

  /** The participant, or the device behind it, is another from now: links to it begin anew. */
  forget(participant: ParticipantId): void {
    for (const link of this.#generations.keys()) {
      if (link.split('~').includes(participant)) this.#generations.delete(link);
    }
  }
}

/** The name of the link between two participants: their ids in code-point order. */
function linkOf(a: ParticipantId, b: ParticipantId): string {
  return a < b ? `${a}~${b}` : `${b}~${a}`;
}
