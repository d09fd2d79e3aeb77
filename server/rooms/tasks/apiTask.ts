import * as v from 'valibot';

import type { ServerOrder } from '#meeting/room/order.ts';
import { ErrorCode, type Result } from '#protocol/errors.ts';
import type { CommandId, PrincipalId, Rev } from '#protocol/ids.ts';

import { sha256 } from '../../credentials/random.ts';
import type { RoomActor } from '../roomActor.ts';
import type { Once, Verdict } from '../task.ts';

/** Milliseconds for which the answer to an integrator's request is kept. */
const KEEP_MS = 86_400_000;

/** An integrator's request, and what tells it from another. */
export interface ApiCall {
  /** The API key's name: two integrators may use the same idempotency key. */
  readonly caller: string;
  /** As presented; null: every request is a new one. */
  readonly idempotencyKey: string | null;
  /** The same request has the same: what is asked for, with everything in it. */
  readonly request: string;
}

/** `reused`: the idempotency key was for another request. */
export type ApiOutcome = Result<Rev> | 'reused';

/** Gives an order that comes through the API; by the same idempotency key, once. */
export function submitApiOrder(actor: RoomActor, call: ApiCall, command: ServerOrder): Promise<ApiOutcome> {
  const fingerprint = idOf(call.request);
  return new Promise((resolve) => {
    actor.submit({
      once: onceOf(call, fingerprint),
      prepare: (_room, at) => ({ by: { kind: 'server' }, at, command }),
      settle: (verdict) => {
        resolve(outcomeOf(verdict, fingerprint));
      },
    });
  });
}

/** Command ids have up to 40 characters: 240 bits of the hash. */
const idOf = (text: string): CommandId => sha256(text).slice(0, 40) as CommandId;

function onceOf({ caller, idempotencyKey }: ApiCall, answerTo: CommandId): Once | null {
  if (idempotencyKey === null) return null;
  // No principal of a room has a dot in its id.
  const principal = `api.${sha256(caller).slice(0, 22)}` as PrincipalId;
  return { principal, id: idOf(idempotencyKey), keepMs: KEEP_MS, answerTo };
}

/** As much of a stored answer as is needed to give it again. */
const Stored = v.variant('type', [
  v.object({ type: v.literal('ok'), id: v.string(), rev: v.number() }),
  v.object({ type: v.literal('error'), id: v.string(), code: ErrorCode, message: v.string() }),
]);

function outcomeOf(verdict: Verdict, fingerprint: CommandId): ApiOutcome {
  if (verdict.kind === 'done') return { ok: true, value: verdict.rev };
  if (verdict.kind === 'refused') return { ok: false, error: verdict.error };
  const answer = v.parse(Stored, JSON.parse(verdict.frame));
  if (answer.id !== fingerprint) return 'reused';
  if (answer.type === 'ok') return { ok: true, value: answer.rev };
  return { ok: false, error: { code: answer.code, detail: answer.message } };
}
