import { createServer } from 'node:http';

import { Server } from 'socket.io';

import { nextId, type Person, type Said } from './person.ts';

type Order<Type extends Said['type']> = Omit<Extract<Said, { readonly type: Type }>, 'type'>;

/** The room of socket.io's own guide: `join`, `to(room).emit`. */
export function socketIo(listening: (port: number) => void): void {
  const http = createServer();
  const io = new Server(http, { transports: ['websocket'] });
  const rooms = new Map<string, Map<string, Person>>();

  io.on('connection', (socket) => {
    let name = '';
    let me = '';
    const leave = (): void => {
      if (!rooms.get(name)?.delete(me)) return;
      socket.to(name).emit('left', { id: me });
      if (rooms.get(name)?.size === 0) rooms.delete(name);
    };
    socket.on('join', ({ room, person }: Order<'join'>) => {
      name = room;
      me = nextId();
      const people = rooms.get(name) ?? new Map<string, Person>();
      rooms.set(name, people);
      people.set(me, { id: me, ...person });
      socket.to(name).emit('joined', { id: me, ...person });
      void socket.join([name, me]);
      socket.emit('roster', { you: me, people: [...people.values()] });
    });
    socket.on('signal', ({ to, data }: Order<'signal'>) => {
      io.to(to).emit('signal', { from: me, data });
    });
    socket.on('leave', leave);
    socket.on('end', ({ reason }: Order<'end'>) => {
      io.to(name).emit('ended', { by: me, reason });
      rooms.delete(name);
    });
    socket.on('disconnect', leave);
  });
  http.listen(0, '127.0.0.1', () => {
    const address = http.address();
    if (typeof address === 'object' && address) listening(address.port);
  });
}
