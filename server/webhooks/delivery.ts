import { createHmac } from 'node:crypto';

import { framesOfEnding } from '#meeting/room/exits.ts';
import type { Webhook } from '#protocol/http.ts';
import type { Millis, ParticipantId, RoomId } from '#protocol/ids.ts';
import type { RoomEventOf } from '#protocol/wire/event.ts';

import { sha256 } from '../credentials/random.ts';
import type { Step } from '../rooms/steps.ts';

/** One webhook to be posted, the same at every attempt. */
export interface Delivery {
  /** Follows from what happened: whoever gets it twice can tell. */
  readonly id: string;
  readonly room: RoomId;
  readonly body: string;
}

/** What integrators are told of a step; null where it is nothing to them. */
export function deliveryOf(room: RoomId, step: Step): Delivery | null {
  const webhook = webhookOf(room, step);
  if (webhook === null) return null;
  const id = `msg_${sha256(`${room} ${step.incarnation ?? ''} ${step.rev}`).slice(0, 22)}`;
  return { id, room, body: JSON.stringify(webhook) };
}

/** As in the Standard Webhooks specification, so that receivers find it in their language's library. */
export function headersOf({ id, body }: Delivery, secret: Uint8Array, now: Millis): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'Content-Type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

function webhookOf(room: RoomId, step: Step): Webhook | null {
  const { event, rev, incarnation } = step;
  if (event.type === 'participant-left') return leaving(room, step, event);
  if (event.type === 'room-ended') return ending(room, step, event);
  if (event.type === 'room-closed') return { type: event.type, room, incarnation, rev, at: event.at };
  if (event.type !== 'participant-joined') return null;
  return { type: event.type, room, incarnation, rev, at: event.at, participant: event.participant };
}

function leaving(room: RoomId, step: Step, event: RoomEventOf<'participant-left'>): Webhook | null {
  const { rev, incarnation } = step;
  const { type, participant, reason, by, note, barred, at } = event;
  const [exit] = step.exits;
  if (!exit) return null;
  const { principal } = exit;
  return { type, room, incarnation, rev, at, participant, principal, reason, by, note, barred: barred !== null };
}

function ending(room: RoomId, { rev, incarnation, exits }: Step, event: RoomEventOf<'room-ended'>): Webhook {
  const { type, ending: how } = event;
  // The reason is the same for all, also where nobody was there to be told.
  const { reason } = framesOfEnding(how, '' as ParticipantId).left;
  const participants = exits.map(({ participant, principal }) => ({ participant, principal }));
  return { type, room, incarnation, rev, at: how.at, reason, ending: how, participants };
}
