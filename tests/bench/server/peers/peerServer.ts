// A peer's server in a process of its own: `peerServer.mjs <kind>`. Writes one line, its port, when it listens.
import { batchedWs } from './batchedWs.ts';
import { peerJs } from './peerJs.ts';
import { plainWs } from './plainWs.ts';
import { socketIo } from './socketIo.ts';

const PEERS: Readonly<Record<string, (listening: (port: number) => void) => void>> = {
  'plain ws': plainWs,
  'batched ws': batchedWs,
  'socket.io': socketIo,
  PeerJS: peerJs,
};

PEERS[process.argv[2] ?? '']?.((port) => {
  process.stdout.write(`${JSON.stringify({ msg: 'listening', port })}\n`);
});
