import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the relay listens and relays: this machine and nothing else. */
const LOOPBACK = '127.0.0.1';

/** Milliseconds that it may take to answer for the first time. */
const START_MS = 15_000;

/** A running coturn that relays between programs of this machine. */
export interface Coturn {
  /** As in an ICE server. */
  readonly url: string;
  /** What it shares with whoever makes credentials. */
  readonly secret: string;
  close(): Promise<void>;
}

/** As docs/operations.md has it, but for loopback, which there is denied: here nothing else is to be reached. */
const configuration = (port: number, secret: string): string => `
listening-ip=${LOOPBACK}
relay-ip=${LOOPBACK}
listening-port=${port}
min-port=49152
max-port=65535
realm=turn.example.org
use-auth-secret
static-auth-secret=${secret}
fingerprint
allow-loopback-peers
no-tls
no-dtls
no-multicast-peers
no-cli
no-software-attribute
no-rfc5780
log-file=stdout
`;

/** Starts Debian's coturn on a free port, with a folder of its own; ends with `close`, or with this process. */
export async function startCoturn(secret: string): Promise<Coturn> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-coturn-'));
  const port = await freePort();
  const file = join(folder, 'turnserver.conf');
  await writeFile(file, configuration(port, secret), { mode: 0o600 });
  const args = ['-c', file, '--userdb', join(folder, 'turndb'), '--pidfile', join(folder, 'pid')];
  const child = spawn('turnserver', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (chunk: Buffer): void => void (said = (said + chunk.toString()).slice(-4_000));
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code) => resolve(`it ended with ${code}`));
  });
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const close = async (): Promise<void> => {
    process.off('exit', endWithUs);
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const failure = await Promise.race([ended, answers(port)]);
  if (failure === null) return { url: `turn:${LOOPBACK}:${port}?transport=udp`, secret, close };
  await close();
  throw new Error(`coturn did not start: ${failure}\n${said}`);
}

async function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, LOOPBACK, resolve));
  const { port } = socket.address();
  await new Promise<void>((resolve) => socket.close(() => resolve()));
  return port;
}

/** Null as soon as a STUN binding request (RFC 8489, section 5) is answered; else why none was. */
function answers(port: number): Promise<string | null> {
  const request = Buffer.alloc(20);
  request.writeUInt16BE(0x0001, 0);
  request.writeUInt32BE(0x2112a442, 4);
  const socket = createSocket('udp4');
  // Nobody listens yet.
  socket.on('error', () => {});
  return new Promise((resolve) => {
    const ask = setInterval(() => socket.send(request, port, LOOPBACK), 100);
    const giveUp = setTimeout(() => done('it did not answer in time'), START_MS);
    const done = (outcome: string | null): void => {
      clearInterval(ask);
      clearTimeout(giveUp);
      socket.close();
      resolve(outcome);
    };
    socket.once('message', () => done(null));
  });
}
