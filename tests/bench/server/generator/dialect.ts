import type { Participant } from './participant.ts';

/** What one participant needs to come in. */
export interface Ticket {
  /** `p-0`, `p-1`, ...: the first is the host. */
  readonly name: string;
  readonly url: string;
  readonly subprotocol: string | null;
  /** Said as soon as the connection is open; null where connecting is coming in. */
  readonly join: string | null;
}

/** How one speaks with one kind of server. Everything here costs the same for all, so that servers are compared. */
export interface Dialect {
  /** Makes a room and the way in for `people`. Not timed. */
  invite(people: number): Promise<readonly Ticket[]>;
  /** Said first on a new connection, and how the answer begins that has to be waited for; null for nothing. */
  readonly greeting: { readonly say: string; readonly until: string } | null;
  /** Takes what is about the connection itself (pings, the answer to coming in): true if the frame was only that. */
  housekeep(frame: Buffer, me: Participant): boolean;
  /** Said by the host to end the room, and by anybody to leave it. */
  readonly end: string;
  readonly leave: string;
  /** In the frame that tells somebody that the room was ended. */
  readonly ended: string;
  /** In the frame that tells of the leave of this participant. */
  left(id: string): string;
  signal(from: Participant, to: Participant, data: string): string;
}

/** What everybody sends and is shown with. */
export const MEDIA = { microphone: true, camera: true, screen: false } as const;

let rooms = 0;

/** A name that no room had before, for servers that make rooms by name. */
export const roomName = (): string => `room-${process.pid}-${(rooms += 1)}`;

/** The participant's own id, read off the beginning of a frame that may be very long. */
export function fieldAtStart(frame: Buffer, field: string): string | null {
  const start = frame.toString('latin1', 0, 800);
  const at = start.indexOf(`"${field}":"`);
  if (at < 0) return null;
  const from = at + field.length + 4;
  return start.slice(from, start.indexOf('"', from));
}
