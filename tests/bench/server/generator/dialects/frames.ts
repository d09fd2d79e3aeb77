import { type Dialect, fieldAtStart, MEDIA, roomName } from '../dialect.ts';

/** Both rooms on `ws`: plain objects with a type. */
export function frames(address: string): Dialect {
  return {
    greeting: null,
    async invite(people) {
      const room = roomName();
      return Array.from({ length: people }, (_, index) => {
        const person = { name: `p-${index}`, role: index === 0 ? 'host' : 'guest', media: MEDIA };
        const join = JSON.stringify({ type: 'join', room, person });
        return { name: person.name, url: `ws://${address}`, subprotocol: null, join };
      });
    },
    housekeep(frame, me) {
      if (me.id === '') me.id = fieldAtStart(frame, 'you') ?? '';
      return false;
    },
    end: JSON.stringify({ type: 'end', reason: 'All said' }),
    leave: JSON.stringify({ type: 'leave' }),
    ended: '"ended"',
    left: (id) => `"left","id":"${id}"`,
    signal: (_, to, data) => JSON.stringify({ type: 'signal', to: to.id, data }),
  };
}
