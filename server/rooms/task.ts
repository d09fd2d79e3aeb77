import type { Order } from '#meeting/room/order.ts';
import type { ParleyError } from '#protocol/errors.ts';
import type { CommandId, Millis, PrincipalId, Rev } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';

import type { Step } from './steps.ts';

/** What a task came to. */
export type Verdict =
  /** On disk, if it has to be. */
  | { readonly kind: 'done'; readonly rev: Rev; readonly steps: readonly Step[] }
  /** `room` as it is at the end of the batch; null where there is none, or storage did not answer. */
  | { readonly kind: 'refused'; readonly error: ParleyError; readonly room: Room | null }
  /** The same command again: its answer as it was given. */
  | { readonly kind: 'stored'; readonly frame: string };

/** What makes two commands the same. */
export interface Once {
  readonly principal: PrincipalId;
  readonly id: CommandId;
  readonly keepMs: number;
  /** The id in the stored answer, if it is another: by it, whoever reads the answer knows what it answers. */
  readonly answerTo?: CommandId;
}

/** Something that somebody wants of a room. Tasks of a room are decided one after the other, and committed in batches. */
export interface Task {
  /** Present for commands: the same principal's same id never works twice. */
  readonly once: Once | null;
  /** Called when its turn has come, maybe more than once: what holds only at commit is checked here. */
  prepare(room: Room | null, at: Millis): Order | ParleyError;
  /** Called exactly once, before anybody is told of the events. Later outcomes of a task that timed out are dropped. */
  settle(verdict: Verdict): void;
  /** Lets somebody in after everybody was told of the events. `wanted` is false where the task had timed out. */
  admit?(steps: readonly Step[], wanted: boolean): Promise<void>;
}
