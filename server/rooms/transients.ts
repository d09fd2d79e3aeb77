import type { Attendance } from './attendance.ts';
import type { Chronicle } from './chronicle.ts';
import { Reactions } from './reactions.ts';
import { SignalRelay } from './signals.ts';

/** What passes between those present and is in no log and no state. */
export class Transients {
  readonly signals: SignalRelay;
  readonly reactions: Reactions;

  constructor(chronicle: Chronicle, attendance: Attendance) {
    this.signals = new SignalRelay(chronicle, attendance);
    this.reactions = new Reactions(chronicle, attendance);
  }
}
