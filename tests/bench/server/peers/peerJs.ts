import { PeerServer } from 'peer';

/** PeerJS's own server as it comes: it knows no rooms, and relays between whoever knows the other's id. */
export function peerJs(listening: (port: number) => void): void {
  PeerServer({ port: 0, host: '127.0.0.1', concurrent_limit: 100_000 }, (server) => {
    const address = server.address();
    if (typeof address === 'object' && address) listening(address.port);
  });
}
