import type { Incarnation, Millis, Rev, SessionId } from '#protocol/ids.ts';
import type { MediaState } from '#protocol/room.ts';
import { type Hello, PROTOCOL } from '#protocol/wire/frame.ts';

import { Connection, type ConnectionSink } from './connection.ts';
import type { Meeting } from './meeting.ts';

/** What a session can be come back to with, as of its last welcome. */
export interface Credentials {
  readonly sessionId: SessionId;
  readonly token: string;
  readonly incarnation: Incarnation;
}

/** How one appears to the others on a join. */
export interface Appearance {
  readonly name: string;
  readonly media: MediaState;
  /** I am barred and ask to come back: what I say for it. */
  readonly appeal?: string | undefined;
}

/** By the resume token while the server keeps the session, otherwise by a new join token. */
export type Way =
  | { readonly by: 'resume'; readonly credentials: Credentials; readonly rev: Rev }
  /** `waitingSince`: I wait to be let in already, and lost the connection. */
  | { readonly by: 'join'; readonly as: Appearance; readonly waitingSince?: Millis | undefined };

/** One try to get in: a join token where one is needed, a connection, a hello. What comes of it goes to the sink. */
export class Entry {
  readonly #meeting: Meeting;
  readonly #sink: ConnectionSink;
  #connection: Connection | null = null;
  #given = false;

  constructor(meeting: Meeting, way: Way, sink: ConnectionSink) {
    this.#meeting = meeting;
    this.#sink = sink;
    if (way.by === 'resume') this.#connect(this.#helloResume(way.credentials, way.rev));
    else void this.#join(way);
  }

  /** Null while a token is asked for. */
  get connection(): Connection | null {
    return this.#connection;
  }

  /** Not to be waited for any more, and heard of no more. */
  drop(): void {
    this.#given = true;
    this.#connection?.drop();
  }

  /**
   * Gives up the try. If the server may know of it by now its connection is handed over, still open, because somebody
   * has to say that nobody is coming; otherwise nothing is left of it.
   */
  handOver(): Connection | null {
    const connection = this.#connection;
    this.#given = true;
    if (connection?.open === true && connection.helloSent) return connection;
    connection?.drop();
    return null;
  }

  async #join(way: Extract<Way, { by: 'join' }>): Promise<void> {
    const token = await this.#meeting.joinToken({ appeal: way.as.appeal !== undefined });
    if (this.#given) return;
    if (token.ok) this.#connect(this.#helloJoin(token.value.token, way));
    else this.#sink.onRefused(token.error);
  }

  #connect(hello: Hello): void {
    this.#connection = new Connection(this.#meeting.environment, this.#meeting.socketUrl, hello, this.#sink);
  }

  #helloJoin(token: string, { as, waitingSince }: Extract<Way, { by: 'join' }>): Hello {
    const { name, media, appeal } = as;
    const wait = waitingSince === undefined ? {} : { waitingSince };
    return { ...this.#hello(), token, name, media, ...(appeal !== undefined && { appeal }), ...wait };
  }

  #helloResume({ sessionId, token, incarnation }: Credentials, rev: Rev): Hello {
    return { ...this.#hello(), resume: { sessionId, token, incarnation, rev } };
  }

  #hello() {
    return {
      type: 'hello',
      protocol: PROTOCOL,
      clientId: this.#meeting.clientId,
      room: this.#meeting.target.room,
    } as const;
  }
}
