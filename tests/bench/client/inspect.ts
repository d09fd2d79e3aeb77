import { WebSocket } from 'ws';

const PATIENCE_MS = 30_000;
const LOOK_MS = 50;

/**
 * Evaluates in the first page of a program that was started with `--remote-debugging-port`, by the debugging protocol
 * itself: Playwright's own client asks for more than an Electron answers. Tries again while the page is being loaded.
 */
export async function evaluateIn(debuggerAddress: string, expression: string): Promise<number> {
  const list = new URL('/json', debuggerAddress.replace('ws:', 'http:'));
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const value = await tryOnce(list, expression).catch(() => null);
    if (value !== null) return value;
    if (performance.now() > deadline) throw new Error('its page did not come');
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_MS);
    });
  }
}

interface Target {
  readonly type: string;
  readonly webSocketDebuggerUrl: string;
}

interface Evaluated {
  readonly result?: { readonly result?: { readonly value?: unknown } };
}

/** Null where there is no page, or no number in it, yet. */
async function tryOnce(list: URL, expression: string): Promise<number | null> {
  const targets = (await (await fetch(list)).json()) as readonly Target[];
  const page = targets.find(({ type }) => type === 'page');
  if (!page) return null;
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  try {
    const answer = await new Promise<Evaluated>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('the page is gone')));
      socket.on('message', (message) => resolve(JSON.parse((message as Buffer).toString('utf8')) as Evaluated));
      const params = { expression, awaitPromise: true, returnByValue: true };
      socket.once('open', () => socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params })));
    });
    const value = answer.result?.result?.value;
    return typeof value === 'number' ? value : null;
  } finally {
    socket.terminate();
  }
}
