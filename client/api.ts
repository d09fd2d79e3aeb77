import * as v from 'valibot';

import { ErrorCode, type ParleyError, type Result } from '#protocol/errors.ts';
import { type CreateRoomRequest, JoinTokenAnswer, type JoinTokenRequest, type UnlockRequest } from '#protocol/http.ts';
import type { RoomId } from '#protocol/ids.ts';
import { endpointsOf } from '#meeting/invite/serverAddress.ts';

import type { Refusal } from './connection.ts';
import type { ClientEnvironment, HttpAnswer } from './contract.ts';

const Failure = v.object({
  code: ErrorCode,
  message: v.fallback(v.string(), ''),
  retryAfterMs: v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))), undefined),
  mayUnlock: v.fallback(v.boolean(), false),
  mayAppeal: v.fallback(v.boolean(), false),
});

/** The server's HTTP side, as far as joining needs it. */
export class Api {
  readonly #environment: ClientEnvironment;

  constructor(environment: ClientEnvironment) {
    this.#environment = environment;
  }

  createRoom(server: string, request: CreateRoomRequest, key?: string): Promise<Result<JoinTokenAnswer, Refusal>> {
    return this.#post(server, '/v1/rooms', request, readToken, key);
  }

  joinToken(server: string, room: RoomId, request: JoinTokenRequest): Promise<Result<JoinTokenAnswer, Refusal>> {
    return this.#post(server, `/v1/rooms/${room}/join-tokens`, request, readToken);
  }

  unlock(server: string, room: RoomId, request: UnlockRequest): Promise<Result<null, Refusal>> {
    return this.#post(server, `/v1/rooms/${room}/unlock`, request, () => ({ ok: true, value: null }));
  }

  async #post<T>(
    server: string,
    path: string,
    request: CreateRoomRequest | JoinTokenRequest | UnlockRequest,
    read: (body: unknown) => Result<T, Refusal>,
    bearer?: string,
  ): Promise<Result<T, Refusal>> {
    let answer: HttpAnswer;
    try {
      answer = await this.#environment.post(`${endpointsOf(server).http}${path}`, request, bearer);
    } catch {
      // Why is the network's business; what its errors say may hold addresses, so nothing of it goes on.
      return refusal({ code: 'connection-failed', detail: 'the server could not be reached' });
    }
    const succeeded = answer.status >= 200 && answer.status < 300;
    return succeeded ? read(answer.body) : { ok: false, error: readFailure(answer) };
  }
}

function readToken(body: unknown): Result<JoinTokenAnswer, Refusal> {
  const parsed = v.safeParse(JoinTokenAnswer, body);
  return parsed.success ? { ok: true, value: parsed.output } : refusal(notParley());
}

function readFailure({ status, body }: HttpAnswer): Refusal {
  const parsed = v.safeParse(Failure, body);
  if (!parsed.success) return { error: ofStatus(status), mayUnlock: false };
  const { code, message, retryAfterMs, mayUnlock, mayAppeal } = parsed.output;
  const waits = retryAfterMs === undefined ? {} : { retryAfterMs };
  return { error: { code, detail: message.slice(0, 500), ...waits }, mayUnlock, ...(mayAppeal && { mayAppeal }) };
}

// What a proxy before the server says by itself.
function ofStatus(status: number): ParleyError {
  if (status === 429) return { code: 'rate-limited', detail: `HTTP ${status}` };
  return status >= 500 ? { code: 'unavailable', detail: `HTTP ${status}` } : notParley(status);
}

function notParley(status?: number): ParleyError {
  const answered = status === undefined ? '' : ` (HTTP ${status})`;
  return { code: 'connection-failed', detail: `what answered is not a Parley server${answered}` };
}

function refusal(error: ParleyError): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: { error, mayUnlock: false } };
}
