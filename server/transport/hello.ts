import type { RoomSession } from '../rooms/roomSession.ts';
import type { RoomActor } from '../rooms/roomActor.ts';
import { sayFarewell } from '../rooms/lastFrames.ts';
import { kindOf } from '../logging.ts';
import { matchResumeToken } from '../credentials/resumeTokens.ts';
import type { Newcomer } from '../rooms/parts.ts';
import { joinTask } from '../rooms/tasks/joinTask.ts';
import { resumeTask } from '../rooms/tasks/resumeTask.ts';
import { type Hello, parseHello, type RawFrame } from './clientFrame.ts';
import type { Connection } from './connection.ts';

type JoinHello = Extract<Hello, { readonly token: string }>;
type ResumeHello = Exclude<Hello, JoinHello>;

/** Lets a connection in, or says why not. Never rejects. */
export async function greet(connection: Connection, frame: RawFrame): Promise<void> {
  const { log } = connection.services.settings;
  connection.beginAdmission();
  try {
    await admit(connection, frame);
  } catch (error) {
    log.error({ kind: kindOf(error) }, 'storage failed');
    connection.refuse({ code: 'unavailable' });
  }
}

async function admit(connection: Connection, frame: RawFrame): Promise<void> {
  const hello = parseHello(frame);
  if (!hello.ok) {
    connection.refuse(hello.error);
    return;
  }
  const retryAfterMs = connection.services.draining();
  if (retryAfterMs !== null) {
    connection.refuse({ code: 'draining', retryAfterMs });
    return;
  }
  await ('token' in hello.value ? join(connection, hello.value) : resume(connection, hello.value));
}

async function join(connection: Connection, hello: JoinHello): Promise<void> {
  const { settings, tokens, failures, registry } = connection.services;
  const now = settings.clock.now();
  const retryAfterMs = failures.waitMs(connection.address, now);
  if (retryAfterMs > 0) {
    connection.refuse({ code: 'rate-limited', retryAfterMs });
    return;
  }
  const grant = await tokens.check(hello.token, now);
  if (!grant.ok || grant.value.room !== hello.room) {
    // A token that was good once is no guess.
    if (!grant.ok && grant.error.code === 'bad-token') connection.countFailure();
    connection.refuse(grant.ok ? { code: 'wrong-room' } : grant.error);
    return;
  }
  const actor = await registry.find(hello.room);
  if (!actor.ok) connection.refuse(actor.error);
  else
    actor.value.submit(
      joinTask(actor.value, { grant: grant.value, hello, newcomer: newcomer(connection, actor.value) }),
    );
}

/**
 * A good resume token is let through also where too many others from the same address failed: it can't be guessed, and
 * whoever holds it has a place in a meeting to lose.
 */
async function resume(connection: Connection, hello: ResumeHello): Promise<void> {
  const { settings, storage, failures, registry } = connection.services;
  const now = settings.clock.now();
  const record = await storage.sessions.get(hello.resume.sessionId);
  if (record === null || matchResumeToken(record, hello.resume.token) === null) {
    const retryAfterMs = failures.waitMs(connection.address, now);
    connection.countFailure();
    connection.refuse(retryAfterMs > 0 ? { code: 'rate-limited', retryAfterMs } : { code: 'resume-refused' });
    return;
  }
  if (record.room !== hello.room) {
    connection.refuse({ code: 'wrong-room' });
    return;
  }
  const actor = await registry.find(record.room);
  if (!actor.ok) connection.refuse(actor.error);
  else actor.value.submit(resumeTask(actor.value, record, hello, newcomer(connection, actor.value)));
}

function newcomer(connection: Connection, actor: RoomActor): Newcomer {
  return {
    outlet: connection,
    admitted: (session: RoomSession, welcome: string, missed: string | null) => {
      connection.admit(actor, session);
      connection.send(welcome);
      if (missed !== null) connection.send(missed);
    },
    refused: (error, extra) => {
      connection.refuse(error, extra);
    },
    waits: (waiter, frame) => {
      if (!connection.open) actor.waiters.detach(waiter, connection, connection.services.settings.clock.now());
      else connection.wait(actor, waiter);
      connection.send(frame);
    },
    over: (tombstone) => {
      sayFarewell(connection, tombstone);
    },
  };
}
