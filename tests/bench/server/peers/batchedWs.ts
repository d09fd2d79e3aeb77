import type { Socket } from 'node:net';

import { type WebSocket, WebSocketServer } from 'ws';

import { nextId, type Person, type Said } from './person.ts';

interface Member {
  readonly person: Person;
  readonly out: Out;
}

/** A connection whose frames of one turn of the event loop go out in one write. */
class Out {
  readonly #socket: WebSocket;
  readonly #raw: Socket;
  #corked = false;

  constructor(socket: WebSocket, raw: Socket) {
    this.#socket = socket;
    this.#raw = raw;
  }

  send(text: string): void {
    if (!this.#corked) {
      this.#corked = true;
      this.#raw.cork();
      setImmediate(() => {
        this.#corked = false;
        this.#raw.uncork();
      });
    }
    this.#socket.send(text);
  }
}

/** A room that tells in one frame what happened in one turn of the event loop. */
class Room {
  readonly members = new Map<string, Member>();
  #joined: Member[] = [];
  #left: string[] = [];
  #waiting = false;

  join(member: Member): void {
    this.#joined.push(member);
    this.#later();
  }

  leave(id: string): void {
    if (!this.members.delete(id)) return;
    this.#left.push(id);
    this.#later();
  }

  end(by: string, reason: string): void {
    const text = JSON.stringify({ type: 'ended', by, reason });
    for (const { out } of this.members.values()) out.send(text);
    this.members.clear();
  }

  #later(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    setImmediate(() => {
      this.#waiting = false;
      this.#flush();
    });
  }

  #flush(): void {
    const joined = this.#joined;
    const changes = [
      ...joined.map(({ person }) => ({ type: 'joined', person })),
      ...this.#left.map((id) => ({ type: 'left', id })),
    ];
    this.#joined = [];
    this.#left = [];
    const text = JSON.stringify({ type: 'changes', changes });
    for (const { out } of this.members.values()) out.send(text);
    if (joined.length === 0) return;
    for (const member of joined) this.members.set(member.person.id, member);
    const people = JSON.stringify([...this.members.values()].map(({ person }) => person));
    for (const { person, out } of joined) out.send(`{"type":"roster","you":"${person.id}","people":${people}}`);
  }
}

/**
 * What can be got out of `ws` with care: changes of one turn in one frame, one serialisation for all, corked writes, and
 * relayed frames cut out of what came without parsing it. Trusts everybody, checks and keeps nothing.
 */
export function batchedWs(listening: (port: number) => void): void {
  const rooms = new Map<string, Room>();
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false }, () => {
    const address = server.address();
    if (typeof address === 'object' && address) listening(address.port);
  });
  server.on('connection', (socket, request) => {
    const out = new Out(socket, request.socket);
    let room = new Room();
    let name = '';
    let me = '';
    socket.on('message', (message) => {
      const text = (message as Buffer).toString('latin1');
      if (text.startsWith('{"type":"signal","to":"')) {
        const end = text.indexOf('"', 23);
        room.members.get(text.slice(23, end))?.out.send(`{"type":"signal","from":"${me}${text.slice(end)}`);
        return;
      }
      const said = JSON.parse((message as Buffer).toString('utf8')) as Said;
      if (said.type === 'join') {
        name = said.room;
        room = rooms.get(name) ?? room;
        rooms.set(name, room);
        me = nextId();
        room.join({ person: { id: me, ...said.person }, out });
      } else if (said.type === 'leave') {
        room.leave(me);
      } else if (said.type === 'end') {
        room.end(me, said.reason);
        rooms.delete(name);
      }
    });
    socket.on('close', () => {
      room.leave(me);
      if (room.members.size === 0) rooms.delete(name);
    });
  });
}
