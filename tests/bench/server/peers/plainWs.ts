import { type WebSocket, WebSocketServer } from 'ws';

import { nextId, type Person, type Said } from './person.ts';

interface Member {
  readonly person: Person;
  readonly socket: WebSocket;
}

/** The shortest honest room on `ws`: parse, look up, tell each of the others. Trusts everybody, checks and keeps nothing. */
export function plainWs(listening: (port: number) => void): void {
  const rooms = new Map<string, Map<string, Member>>();
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false }, () => {
    const address = server.address();
    if (typeof address === 'object' && address) listening(address.port);
  });

  server.on('connection', (socket) => {
    let room = new Map<string, Member>();
    let name = '';
    let me = '';

    const tell = (frame: unknown): void => {
      const text = JSON.stringify(frame);
      for (const [id, member] of room) if (id !== me) member.socket.send(text);
    };
    const leave = (): void => {
      if (!room.delete(me)) return;
      tell({ type: 'left', id: me });
      if (room.size === 0) rooms.delete(name);
    };

    socket.on('message', (message) => {
      const said = JSON.parse((message as Buffer).toString('utf8')) as Said;
      if (said.type === 'signal') {
        const { to, data } = said;
        room.get(to)?.socket.send(JSON.stringify({ type: 'signal', from: me, data }));
      } else if (said.type === 'join') {
        name = said.room;
        room = rooms.get(name) ?? room;
        rooms.set(name, room);
        me = nextId();
        const person = { id: me, ...said.person };
        room.set(me, { person, socket });
        socket.send(JSON.stringify({ type: 'roster', you: me, people: [...room.values()].map((one) => one.person) }));
        tell({ type: 'joined', person });
      } else if (said.type === 'leave') {
        leave();
      } else {
        tell({ type: 'ended', by: me, reason: said.reason });
        socket.send(JSON.stringify({ type: 'ended', by: me, reason: said.reason }));
        rooms.delete(name);
        room.clear();
      }
    });
    socket.on('close', leave);
  });
}
