import { type Dialect, fieldAtStart, MEDIA, roomName } from '../dialect.ts';

/** An event as socket.io 4 writes it on its WebSocket: an Engine.IO message (4) that is an event (2). */
const event = (name: string, content: unknown = {}): string => `42${JSON.stringify([name, content])}`;

const PING = '2'.charCodeAt(0);

/** Spoken by hand, so that this side costs no more than with the other servers. */
export function socketIo(address: string): Dialect {
  return {
    // Joins the default namespace.
    greeting: { say: '40', until: '40' },
    async invite(people) {
      const room = roomName();
      const url = `ws://${address}/socket.io/?EIO=4&transport=websocket`;
      return Array.from({ length: people }, (_, index) => {
        const person = { name: `p-${index}`, role: index === 0 ? 'host' : 'guest', media: MEDIA };
        return { name: person.name, url, subprotocol: null, join: event('join', { room, person }) };
      });
    },
    housekeep(frame, me) {
      if (frame.length === 1 && frame[0] === PING) {
        me.say('3');
        return true;
      }
      if (me.id === '') me.id = fieldAtStart(frame, 'you') ?? '';
      return frame.length < 2 || frame[0] !== 0x34 || frame[1] !== 0x32;
    },
    end: event('end', { reason: 'All said' }),
    leave: event('leave'),
    ended: '"ended"',
    left: (id) => `"left",{"id":"${id}"`,
    signal: (_, to, data) => event('signal', { to: to.id, data }),
  };
}
