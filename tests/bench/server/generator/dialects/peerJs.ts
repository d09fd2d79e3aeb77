import type { Dialect } from '../dialect.ts';

const cannot = (what: string) => (): never => {
  throw new Error(`PeerJS's server has no ${what}`);
};

let clients = 0;

/** Ids are chosen by whoever comes, and everybody knows everybody's beforehand. */
export function peerJs(address: string): Dialect {
  return {
    greeting: null,
    async invite(people) {
      return Array.from({ length: people }, (_, index) => {
        const id = `c-${process.pid}-${(clients += 1)}`;
        const url = `ws://${address}/peerjs?key=peerjs&id=${id}&token=t${id}&version=1.5.5`;
        return { name: `p-${index}`, url, subprotocol: null, join: null };
      });
    },
    housekeep(frame, me) {
      if (!frame.toString('latin1', 0, 16).startsWith('{"type":"OPEN"}')) return false;
      me.id = new URL(me.ticket.url).searchParams.get('id') ?? '';
      me.known = 1;
      me.onKnown?.(1);
      return true;
    },
    end: '',
    leave: '',
    ended: '',
    left: cannot('rooms to leave'),
    signal: (_, to, data) => JSON.stringify({ type: 'OFFER', dst: to.id, payload: { data } }),
  };
}
