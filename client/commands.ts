import * as v from 'valibot';

import type { ErrorCode, Result } from '#protocol/errors.ts';
import { CommandId, type Rev } from '#protocol/ids.ts';
import type { Command, CommandRequest } from '#protocol/wire/command.ts';
import type { ServerFrameOf } from '#protocol/wire/frame.ts';

import type { ClientEnvironment } from './contract.ts';
import { Deferred } from './deferred.ts';
import { toBase64url } from './encoding.ts';
import type { Scope } from './scope.ts';

/** Milliseconds until an unanswered command is given up: a message was measured to take up to 19 s on a bad link. */
export const ANSWER_MS = 30_000;

/** Names commands: unique over all devices and runs of one principal. */
export class CommandIds {
  readonly #prefix: string;
  #count = 0;

  constructor(environment: ClientEnvironment) {
    this.#prefix = toBase64url(environment.crypto.getRandomValues(new Uint8Array(12)));
  }

  next(): CommandId {
    this.#count += 1;
    return v.parse(CommandId, `${this.#prefix}-${this.#count}`);
  }
}

interface Pending {
  readonly command: Command;
  readonly answer: Deferred<Result<Rev>>;
  readonly cancelTimer: () => void;
}

/** Commands on their way. An id is kept over a lost connection, so that nothing is lost and nothing happens twice. */
export class Commands {
  readonly #environment: ClientEnvironment;
  readonly #scope: Scope;
  readonly #ids: CommandIds;
  readonly #pending = new Map<CommandId, Pending>();

  constructor(environment: ClientEnvironment, scope: Scope, ids: CommandIds) {
    this.#environment = environment;
    this.#scope = scope;
    this.#ids = ids;
  }

  /**
   * Gives the command its id, unless it has one, sends it, and settles with its answer or with `timed-out`; with
   * `not-joined` where the stay is over. One that is under way by that id already is not sent twice.
   */
  issue(request: CommandRequest, send: (command: Command) => void, id = this.#ids.next()): Promise<Result<Rev>> {
    const underWay = this.#pending.get(id);
    if (underWay !== undefined) return underWay.answer.promise;
    // What is sealed first may come when the stay is over: nothing would ever settle it.
    if (this.#scope.closed) return Promise.resolve({ ok: false, error: { code: 'not-joined' } });
    const command: Command = { ...request, id };
    const answer = new Deferred<Result<Rev>>();
    const cancelTimer = this.#scope.schedule(this.#environment, ANSWER_MS, () => {
      this.#environment.log({ at: 'client', what: 'command-timed-out', type: command.type });
      this.#settle(command.id, { ok: false, error: { code: 'timed-out' } });
    });
    this.#pending.set(command.id, { command, answer, cancelTimer });
    send(command);
    return answer.promise;
  }

  /** The server's answer; gives back the command it is to. Null where that is not pending (any more). */
  answer(frame: ServerFrameOf<'ok'> | ServerFrameOf<'error'>): Command | null {
    if (frame.id === undefined) return null;
    return this.#settle(
      frame.id,
      frame.type === 'ok'
        ? { ok: true, value: frame.rev }
        : { ok: false, error: { code: frame.code, detail: frame.message.slice(0, 500) } },
    );
  }

  /** Sends everything unanswered again, in order, by the same ids; but a reaction that comes later answers to another moment. */
  resend(send: (command: Command) => void): void {
    for (const [id, { command }] of this.#pending) {
      if (command.type === 'react') this.#settle(id, { ok: false, error: { code: 'offline' } });
      else send(command);
    }
  }

  /** The unanswered command of a type, the oldest first. */
  pending<Type extends Command['type']>(type: Type): Extract<Command, { readonly type: Type }> | null {
    for (const { command } of this.#pending.values()) if (isOfType(command, type)) return command;
    return null;
  }

  /** Settles everything pending: those of a type in `done` with `rev`, the rest with `otherwise`. */
  settleAll(otherwise: ErrorCode, done: ReadonlySet<Command['type']>, rev: Rev): void {
    for (const [id, { command }] of this.#pending) {
      const result: Result<Rev> = done.has(command.type)
        ? { ok: true, value: rev }
        : { ok: false, error: { code: otherwise } };
      this.#settle(id, result);
    }
  }

  #settle(id: CommandId, result: Result<Rev>): Command | null {
    const pending = this.#pending.get(id);
    if (pending === undefined) return null;
    this.#pending.delete(id);
    pending.cancelTimer();
    pending.answer.resolve(result);
    return pending.command;
  }
}

function isOfType<Type extends Command['type']>(
  command: Command,
  type: Type,
): command is Extract<Command, { readonly type: Type }> {
  return command.type === type;
}
