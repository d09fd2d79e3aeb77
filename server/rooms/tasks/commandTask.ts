import { performance } from 'node:perf_hooks';

import type { ErrorCode } from '#protocol/errors.ts';
import type { Command } from '#protocol/wire/command.ts';
import { DURABLE_COMMANDS } from '#protocol/wire/command.ts';

import { tellAll } from '../../observer.ts';
import { errorFrame, okFrame } from '../frames.ts';
import type { RoomParts } from '../parts.ts';
import type { RoomSession } from '../roomSession.ts';
import type { Task, Verdict } from '../task.ts';

/** Milliseconds for which the answer to a command is kept: where its effect lasts, and everywhere else. */
const KEEP_DURABLE_MS = 86_400_000;
const KEEP_MS = 120_000;

/** A command from somebody in the room, answered with `ok` or `error`. */
export function commandTask({ attendance, settings }: RoomParts, session: RoomSession, command: Command): Task {
  const { principal } = session.record;
  // Who is out by this very command is told so before the connection is gone from the session.
  const { outlet } = session;
  const came = performance.now();
  return {
    once: { principal, id: command.id, keepMs: DURABLE_COMMANDS.has(command.type) ? KEEP_DURABLE_MS : KEEP_MS },
    prepare: (_room, at) => {
      if (!attendance.isCurrent(session)) return { code: 'not-joined' };
      return { by: { kind: 'principal', principal }, at, command };
    },
    settle: (verdict) => {
      outlet?.send(answer(verdict, command));
      const seconds = (performance.now() - came) / 1000;
      tellAll(settings.observers, settings.log, (observer) =>
        observer.answered?.(command.type, outcomeOf(verdict), seconds),
      );
    },
  };
}

function outcomeOf(verdict: Verdict): 'ok' | 'stored' | ErrorCode {
  if (verdict.kind === 'refused') return verdict.error.code;
  return verdict.kind === 'done' ? 'ok' : 'stored';
}

function answer(verdict: Verdict, { id }: Command): string {
  switch (verdict.kind) {
    case 'done':
      return okFrame(id, verdict.rev);
    case 'refused':
      return errorFrame(verdict.error, id);
    case 'stored':
      return verdict.frame;
  }
}
