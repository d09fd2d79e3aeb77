import { performance } from 'node:perf_hooks';

import type { Rev } from '#protocol/ids.ts';
import type { CommandOf } from '#protocol/wire/command.ts';

import { acknowledged } from '../credentials/resumeTokens.ts';
import { kindOf } from '../logging.ts';
import { tellAll } from '../observer.ts';
import { missedChat } from '../rooms/chat/missed.ts';
import { relayTyping } from '../rooms/chat/typing.ts';
import { errorFrame, okFrame, snapshotFrame } from '../rooms/frames.ts';
import { commandTask } from '../rooms/tasks/commandTask.ts';
import { within } from '../within.ts';
import { idOf, isCommand, parseClientFrame, type RawFrame } from './clientFrame.ts';
import type { Connection, Stage } from './connection.ts';

type Inside = Extract<Stage, { readonly name: 'in' }>;

/** Does what a frame of somebody in the room asks for. */
export function serveFrame(connection: Connection, raw: RawFrame, inside: Inside): void {
  const parsed = parseClientFrame(raw);
  if (!parsed.ok) {
    connection.complain(parsed.error, idOf(raw));
    return;
  }
  const frame = parsed.value;
  const { actor, session } = inside;
  if (frame.type === 'react') {
    serveReaction(connection, frame, inside);
    return;
  }
  if (isCommand(frame)) {
    actor.submit(commandTask(actor, session, frame));
    return;
  }
  switch (frame.type) {
    case 'signal':
      if (actor.transients.signals.relay(session, frame) === 'wrong-link') {
        connection.complain({ code: 'bad-frame', detail: 'link: not the one between you and `to`' });
      }
      break;
    case 'get-snapshot':
      connection.send(snapshotFrame(actor.snapshot(session.record.participant)));
      break;
    case 'typing':
      relayTyping(actor, session, frame);
      break;
    case 'get-chat':
      void tellMissed(connection, inside, frame.since);
      break;
    case 'ack-resume':
      acknowledge(connection, inside, frame.token);
      break;
    case 'ping':
      connection.send(`{"type":"pong","n":${frame.n}}`);
      break;
    // Whoever is in waits no longer; to leave there is a command.
    case 'withdraw':
    case 'pong':
      break;
  }
}

/** A command that nothing is committed for: it waits for no batch and no disk, and its answer is not stored. */
function serveReaction(connection: Connection, command: CommandOf<'react'>, { actor, session }: Inside): void {
  const came = performance.now();
  const { clock, observers, log } = connection.services.settings;
  const reacted = actor.transients.reactions.react(session, command, clock.now());
  connection.send(reacted.ok ? okFrame(command.id, reacted.value) : errorFrame(reacted.error, command.id));
  const seconds = (performance.now() - came) / 1000;
  tellAll(observers, log, (observer) =>
    observer.answered?.(command.type, reacted.ok ? 'ok' : reacted.error.code, seconds),
  );
}

/** One question at a time: who asks again before the answer gets that one. */
async function tellMissed(connection: Connection, { actor, session }: Inside, since: Rev): Promise<void> {
  if (session.asksForChat) return;
  session.asksForChat = true;
  try {
    const { clock, guards } = connection.services.settings;
    connection.send(JSON.stringify(await within(clock, guards.storageMs, missedChat(actor, session, since))));
  } catch (error) {
    connection.services.settings.log.error({ room: actor.id, kind: kindOf(error) }, 'storage failed');
    connection.complain({ code: 'unavailable' });
  } finally {
    session.asksForChat = false;
  }
}

/** From now the token before the newest is dead. What is stored of it may lag behind: then it lives a little longer. */
function acknowledge(connection: Connection, { actor, session }: Inside, token: string): void {
  const { settings, storage } = connection.services;
  const record = acknowledged(session.record, token, settings.clock.now());
  if (record === null) {
    connection.complain({ code: 'bad-frame', detail: 'token: not the newest resume token' });
    return;
  }
  if (session.record.previousHash === null) return;
  session.record = record;
  storage.sessions.put(record).catch((error: unknown) => {
    settings.log.warn({ room: actor.id, kind: kindOf(error) }, 'acknowledgement not stored');
  });
}
