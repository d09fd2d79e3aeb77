import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SetupProblem } from './progress.mjs';

const START_MS = 15_000;
/** Ends its program when our end of the pipe closes, so that nothing is left behind however we die. */
const KEEPER = '"$@" </dev/null & pid=$!; exec 3>&-; read -r _; kill "$pid" 2>/dev/null; wait "$pid"';

/** A private message bus that starts no service by itself: what tests see there is what they put there. */
const BUS_CONFIGURATION = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=SOCKET</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** Whether windows can be shown to somebody. Other systems than Linux always have a desktop. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Starts a program that writes one line to file descriptor 3 when it is ready.
 * @param {string} name For people.
 * @param {readonly string[]} command
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ line: string, stop: () => Promise<void> }>}
 */
function keep(name, command, env = process.env) {
  return new Promise((settle, fail) => {
    const child = spawn('sh', ['-c', KEEPER, 'sh', ...command], { env, stdio: ['pipe', 'ignore', 'pipe', 'pipe'] });
    const ended = new Promise((done) => child.once('exit', done));
    const stop = async () => {
      child.stdin?.end();
      await ended;
    };
    let errors = '';
    let line = '';
    const timer = setTimeout(() => giveUp('it was not ready in time'), START_MS);
    /** @param {string} why */
    const giveUp = (why) => {
      clearTimeout(timer);
      void stop();
      fail(new SetupProblem(`${name} could not be started: ${why}.\n${errors}`));
    };
    child.once('error', (error) => giveUp(error.message));
    child.stdin?.on('error', () => {});
    child.stderr?.on('data', (chunk) => (errors += chunk));
    const ready = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
    ready.on('data', (chunk) => {
      line += chunk;
      if (!line.includes('\n')) return;
      clearTimeout(timer);
      settle({ line: line.trim(), stop });
    });
    ready.once('end', () => {
      if (!line.includes('\n')) giveUp('it ended at once');
    });
  });
}

/**
 * A virtual display of our own, on a free number, that only holders of its cookie may use.
 * @param {string} folder For the cookie.
 * @param {string} size
 */
async function startDisplay(folder, size) {
  const authority = join(folder, 'Xauthority');
  writeFileSync(authority, anyDisplayCookie(), { mode: 0o600 });
  const { line, stop } = await keep('Xvfb', [
    'Xvfb',
    '-displayfd',
    '3',
    '-screen',
    '0',
    `${size}x24`,
    '-nolisten',
    'tcp',
    '-noreset',
    '-auth',
    authority,
  ]);
  return { env: { DISPLAY: `:${line}`, XAUTHORITY: authority }, stop };
}

/** A field of an Xauthority entry: its length in two bytes, then itself. @param {Buffer} bytes */
function counted(bytes) {
  return Buffer.concat([twoBytes(bytes.length), bytes]);
}

/** @param {number} value Highest byte first. */
function twoBytes(value) {
  return Buffer.from([value >> 8, value & 0xff]);
}

/** One Xauthority entry that fits every display, because the number is not known before the server runs. */
function anyDisplayCookie() {
  const FAMILY_WILD = 0xffff;
  const nothing = counted(Buffer.alloc(0));
  const name = counted(Buffer.from('MIT-MAGIC-COOKIE-1'));
  return Buffer.concat([twoBytes(FAMILY_WILD), nothing, nothing, name, counted(randomBytes(16))]);
}

/** @param {string} folder For its socket. */
async function startBus(folder) {
  const configuration = join(folder, 'bus.conf');
  writeFileSync(configuration, BUS_CONFIGURATION.replace('SOCKET', join(folder, 'bus')));
  const { line, stop } = await keep('dbus-daemon', [
    'dbus-daemon',
    `--config-file=${configuration}`,
    '--nofork',
    '--nopidfile',
    '--print-address=3',
  ]);
  // The system's bus too: a test must not hear this machine go to sleep, nor the machine hear the test.
  return { env: { DBUS_SESSION_BUS_ADDRESS: line, DBUS_SYSTEM_BUS_ADDRESS: line, NO_AT_BRIDGE: '1' }, stop };
}

/**
 * @typedef {object} Desktop
 * @property {Record<string, string>} env Add these to the environment of whatever shall run on it.
 * @property {() => Promise<void>} close Ends all of it; nothing is left behind.
 */

/**
 * The parts of a desktop that this machine lacks, or that a test must have to itself. On other systems than Linux: none.
 * @param {object} wanted
 * @param {boolean} wanted.display Start a virtual display.
 * @param {boolean} wanted.bus Start a private message bus, where a test can be the tray and the notification service.
 * @param {string} [wanted.size] Of the display.
 * @returns {Promise<Desktop>}
 */
export async function openDesktop({ display, bus, size = '1920x1200' }) {
  if (process.platform !== 'linux') return { env: {}, close: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'parley-desktop-'));
  /** @type {{ env: Record<string, string>, stop: () => Promise<void> }[]} */
  const parts = [];
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  // An interrupted run closes nothing, but the parts end with our end of their pipes.
  process.once('exit', removeFolder);
  const close = async () => {
    await Promise.all(parts.map((part) => part.stop()));
    process.off('exit', removeFolder);
    removeFolder();
  };
  try {
    if (display) parts.push(await startDisplay(folder, size));
    if (bus) parts.push(await startBus(folder));
  } catch (error) {
    await close();
    throw error;
  }
  return { env: Object.assign({}, ...parts.map((part) => part.env)), close };
}
