import type { ErrorCode } from '#protocol/errors.ts';
import type { RoomId } from '#protocol/ids.ts';
import type { Command } from '#protocol/wire/command.ts';

import { kindOf, type Log } from './logging.ts';
import type { Step } from './rooms/steps.ts';

/** Told of what happens, after everybody whom it concerns was. Returns at once: no room waits for an observer. */
export interface Observer {
  /** Committed in the room, in order, and each once by this server. */
  happened?(room: RoomId, steps: readonly Step[]): void;
  /** A command was answered, `seconds` after it came. */
  answered?(command: Command['type'], outcome: 'ok' | 'stored' | ErrorCode, seconds: number): void;
}

/** Tells all of them, whatever one of them does. */
export function tellAll(observers: readonly Observer[], log: Log, tell: (observer: Observer) => void): void {
  for (const observer of observers) {
    try {
      tell(observer);
    } catch (error) {
      log.error({ kind: kindOf(error) }, 'observer failed');
    }
  }
}
