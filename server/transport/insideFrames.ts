import { performance } from 'node:perf_hooks';

import type { CommandOf } from '#protocol/wire/command.ts';

import { acknowledged } from '../credentials/resumeTokens.ts';
import { kindOf } from '../logging.ts';
import { tellAll } from '../observer.ts';
import { errorFrame, okFrame, snapshotFrame } from '../rooms/frames.ts';
import { commandTask } from '../rooms/tasks/commandTask.ts';
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
