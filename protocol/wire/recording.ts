import * as v from 'valibot';

import { CommandId, Millis, ParticipantId } from '../ids.ts';

/**
 * I record from now on, on my own machine, or no more: everybody is told, and sees it for as long as it lasts. No event where
 * it is so already. Refused with `not-joined`, `forbidden` without `record`, which it does not take to stop.
 */
export const SetRecording = v.strictObject({ type: v.literal('set-recording'), id: CommandId, on: v.boolean() });

/** Somebody records what they see and hear, or no more. Whoever goes, or may not any more, stops without this. */
export const RecordingSet = v.strictObject({
  type: v.literal('recording-set'),
  participant: ParticipantId,
  on: v.boolean(),
  at: Millis,
});
