import type { Millis } from '#protocol/ids.ts';
import type { CloseCause } from '#protocol/wire/limits.ts';

import type { SessionRecord } from '../contract.ts';

/** A connection as a room sees it. */
export interface Outlet {
  /** False as soon as nothing that is sent could arrive. */
  readonly open: boolean;
  send(text: string): void;
  /** Closes after what was sent. */
  close(cause: CloseCause): void;
}

/** One device's stay in a room, over however many connections; lives as long as the room's actor or until it is over. */
export class RoomSession {
  /** As stored. */
  record: SessionRecord;
  /** The connection, if there is one. */
  outlet: Outlet | null;
  /** The connection is there, but nothing has come from it for a while. */
  silent = false;
  /** When the last connection went. */
  detachedAt: Millis = 0;
  /** Up to when their notices of writing are paid for. */
  typingDue: Millis = 0;
  /** What they missed of the chat is being looked up. */
  asksForChat = false;
  /** Nothing goes on under this session any more. */
  over = false;

  constructor(record: SessionRecord, outlet: Outlet) {
    this.record = record;
    this.outlet = outlet;
  }

  get connected(): boolean {
    return this.outlet?.open ?? false;
  }

  send(text: string): void {
    if (this.outlet?.open) this.outlet.send(text);
  }
}
