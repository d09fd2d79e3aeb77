import type { ErrorCode, Result } from '#protocol/errors.ts';
import type { JoinTokenAnswer, JoinTokenRequest } from '#protocol/http.ts';
import type { ClientId } from '#protocol/ids.ts';
import type { Target } from '#protocol/session.ts';
import { endpointsOf, isPrivateServer, parseServer } from '#meeting/invite/serverAddress.ts';

import type { Api } from './api.ts';
import type { Refusal } from './connection.ts';
import type { Access, ClientEnvironment } from './contract.ts';
import { deriveInviteKeys, type InviteKeys, proveIdentity } from './keys.ts';

/** A meeting as this person may enter it: where it is, and the proofs to show there. */
export class Meeting {
  readonly environment: ClientEnvironment;
  readonly clientId: ClientId;
  readonly target: Target;
  readonly secret: string | null;
  readonly #api: Api;
  readonly #identity: string;
  readonly #keys: Promise<InviteKeys | null>;
  #server: string;
  #other: string | null = null;

  constructor(environment: ClientEnvironment, api: Api, identity: string, clientId: ClientId, access: Access) {
    this.environment = environment;
    this.clientId = clientId;
    this.target = access.target;
    this.secret = access.secret;
    this.#api = api;
    this.#identity = identity;
    this.#server = access.target.server;
    this.#keys = access.secret === null ? Promise.resolve(null) : deriveInviteKeys(environment.crypto, access.secret);
  }

  /** Null without a secret, and for a secret that is none. */
  keys(): Promise<InviteKeys | null> {
    return this.#keys;
  }

  get socketUrl(): string {
    return endpointsOf(this.#server).ws;
  }

  /**
   * Goes on at another node, as a draining server said. Only the connections go there: links and identity proofs stay
   * with the server that the invite named. What is no address, or would lead from TLS to plain text, is passed over.
   */
  moveTo(server: string): void {
    const parsed = parseServer(server);
    if (!parsed.ok) return;
    if (isPrivateServer(parsed.value) && !isPrivateServer(this.target.server)) return;
    this.#other = this.#server;
    this.#server = parsed.value;
  }

  /** A try failed: the next goes to the server that was moved from, where there is one. */
  tryOther(): void {
    if (this.#other === null) return;
    [this.#server, this.#other] = [this.#other, this.#server];
  }

  /** Exchanges the invite, or standing in the room, for a join token; with `appeal` also where I am barred and may ask. */
  async joinToken({ appeal = false } = {}): Promise<Result<JoinTokenAnswer, Refusal>> {
    const request = await this.#proof();
    if (request === null) return refuse('bad-invite');
    return this.#api.joinToken(this.#server, this.target.room, appeal ? { ...request, appeal } : request);
  }

  /** Lifts the room's lock from outside. */
  async unlock(): Promise<Result<null, Refusal>> {
    const request = await this.#proof();
    if (request === null) return refuse('bad-invite');
    return this.#api.unlock(this.#server, this.target.room, { identity: request.identity });
  }

  async #proof(): Promise<JoinTokenRequest | null> {
    const identity = await proveIdentity(this.environment.crypto, this.#identity, this.target.server);
    if (identity === null) return null;
    if (this.secret === null) return { identity };
    const keys = await this.#keys;
    return keys === null ? null : { identity, inviteKey: keys.inviteKey };
  }
}

function refuse(code: ErrorCode): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: { error: { code }, mayUnlock: false } };
}
