import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';

import { Deferred } from '#client/deferred.ts';
import { lateSocket } from '#main/connection/lateSocket.ts';
import { postJson } from '#main/connection/post.ts';
import { openSocket } from '#main/connection/socket.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Opens, and keeps what happens; `until` settles when something has. */
function watched(port: number, connect = openSocket) {
  const events: string[] = [];
  let news = new Deferred<null>();
  const note = (event: string): void => {
    events.push(event);
    news.resolve(null);
    news = new Deferred();
  };
  const socket = connect(`ws://127.0.0.1:${port}/ws`, 'parley.v1', {
    onOpen: () => note('open'),
    onText: (text) => note(`text ${text}`),
    onClose: (code) => note(`close ${code}`),
  });
  const until = async (event: string): Promise<void> => {
    while (!events.includes(event)) await news.promise;
  };
  return { socket, events, until };
}

describe('a socket', () => {
  test('speaks text over the subprotocol, and closes with its code once', async () => {
    const server = createServer();
    const sockets = new WebSocketServer({ server, handleProtocols: (offered) => [...offered][0] ?? false });
    sockets.on('connection', (peer, request) => {
      expect(request.headers.origin).toBeUndefined();
      peer.on('message', (payload: Buffer) => peer.send(`${peer.protocol}: ${payload.toString()}`));
    });
    const { socket, events, until } = watched(await listening(server));
    await until('open');
    socket.send('grüße');
    await until('text parley.v1: grüße');
    socket.close(4001);
    await until('close 4001');
    socket.send('too late');
    expect(events).toEqual(['open', 'text parley.v1: grüße', 'close 4001']);
  });

  test('that can’t be opened is one close', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(403).end();
    });
    const port = await listening(server);
    const refused = watched(port);
    await refused.until('close 1006');
    expect(refused.events).toEqual(['close 1006']);
    const impossible = watched(99_999);
    await impossible.until('close 1006');
    expect(impossible.events).toEqual(['close 1006']);
  });

  test('that the other side drops is a close', async () => {
    const server = createServer();
    const sockets = new WebSocketServer({ server });
    sockets.on('connection', (peer) => peer.terminate());
    const { until, events } = watched(await listening(server));
    await until('close 1006');
    expect(events.at(-1)).toBe('close 1006');
  });

  test('takes no binary frames', async () => {
    const server = createServer();
    const sockets = new WebSocketServer({ server });
    sockets.on('connection', (peer) => peer.send(Buffer.from([1, 2, 3])));
    const { until, events } = watched(await listening(server));
    await until('close 1003');
    expect(events).toEqual(['open', 'close 1003']);
  });
});

const echo = async (): Promise<number> => {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (peer) => peer.on('message', (payload: Buffer) => peer.send(payload.toString())));
  return listening(server);
};

describe('a socket whose program is still on its way', () => {
  test('is opened when that is there', async () => {
    const coming = new Deferred<typeof openSocket>();
    const { socket, events, until } = watched(await echo(), (...to) => lateSocket(coming.promise, ...to));
    socket.send('too early');
    coming.resolve(openSocket);
    await until('open');
    socket.send('hello');
    await until('text hello');
    socket.terminate();
    await until('close 1006');
    expect(events).toEqual(['open', 'text hello', 'close 1006']);
  });

  test.each(['close', 'terminate'] as const)('is never opened after %s, and that is one close', async (how) => {
    const coming = new Deferred<typeof openSocket>();
    const { socket, events, until } = watched(await echo(), (...to) => lateSocket(coming.promise, ...to));
    socket[how]();
    expect(events).toEqual([]);
    coming.resolve(openSocket);
    await until('close 1006');
    expect(events).toEqual(['close 1006']);
  });

  test('is one close where that can’t be had', async () => {
    const coming = Promise.reject<typeof openSocket>(new Error('no such file'));
    const { events, until } = watched(await echo(), (...to) => lateSocket(coming, ...to));
    await until('close 1006');
    expect(events).toEqual(['close 1006']);
  });
});

describe('a post', () => {
  test('sends JSON with its bearer and answers with status and JSON', async () => {
    const port = await listening(
      createServer((request, response) => {
        let body = '';
        request.on('data', (chunk: Buffer) => {
          body += chunk.toString();
        });
        request.on('end', () => {
          const { authorization, 'content-type': type } = request.headers;
          response.writeHead(201).end(JSON.stringify({ method: request.method, authorization, type, body }));
        });
      }),
    );
    expect(await postJson(`http://127.0.0.1:${port}/v1/rooms`, { a: 'ü' }, 'key')).toEqual({
      status: 201,
      body: { method: 'POST', authorization: 'Bearer key', type: 'application/json', body: '{"a":"ü"}' },
    });
  });

  test('answers with null where there is no JSON', async () => {
    const port = await listening(createServer((_request, response) => response.writeHead(502).end('<html>')));
    expect(await postJson(`http://127.0.0.1:${port}/`, {})).toEqual({ status: 502, body: null });
  });

  test('follows no redirect', async () => {
    let asked = 0;
    const port = await listening(
      createServer((_request, response) => {
        asked += 1;
        response.writeHead(307, { location: '/elsewhere' }).end();
      }),
    );
    expect(await postJson(`http://127.0.0.1:${port}/`, {}, 'key')).toEqual({ status: 307, body: null });
    expect(asked).toBe(1);
  });

  test('rejects where nobody listens, and an answer without end', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200);
      const more = (): void => {
        if (response.write('x'.repeat(65_536))) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    });
    const port = await listening(server);
    await expect(postJson(`http://127.0.0.1:${port}/`, {})).rejects.toThrow('too big');
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
    await expect(postJson(`http://127.0.0.1:${port}/`, {})).rejects.toThrow('ECONNREFUSED');
  });
});
