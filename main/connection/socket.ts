import { type RawData, WebSocket } from 'ws';

import type { Socket, SocketHandlers } from '#client/contract.ts';

import { ABNORMAL } from './lateSocket.ts';

/** Bytes. A welcome carries a whole room; nothing that a server may send comes near. */
const MAX_FRAME = 8_388_608;
/** Milliseconds to open; over a link that loses every third packet the slowest of many took 10.4 s. */
const OPEN_MS = 20_000;

/** `ws`, as the client needs it. Every end, also a failure to begin, is one `onClose`. */
export function openSocket(url: string, subprotocol: string, handlers: SocketHandlers): Socket {
  let socket: WebSocket;
  try {
    socket = new WebSocket(url, subprotocol, {
      perMessageDeflate: false,
      maxPayload: MAX_FRAME,
      handshakeTimeout: OPEN_MS,
      followRedirects: false,
    });
  } catch {
    setImmediate(() => handlers.onClose(ABNORMAL));
    return { send: () => undefined, close: () => undefined, terminate: () => undefined };
  }
  socket.on('open', () => handlers.onOpen());
  socket.on('message', (payload, isBinary) => {
    // The protocol knows text frames only; a server that sends anything else is none of ours.
    if (isBinary) socket.close(1003);
    else handlers.onText(textOf(payload));
  });
  socket.on('close', (code) => handlers.onClose(code));
  // `close` follows; without a listener the process would end.
  socket.on('error', () => undefined);
  return {
    send(text) {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: (code) => socket.close(code),
    terminate: () => socket.terminate(),
  };
}

function textOf(payload: RawData): string {
  if (Array.isArray(payload)) return Buffer.concat(payload).toString('utf8');
  return Buffer.isBuffer(payload) ? payload.toString('utf8') : Buffer.from(payload).toString('utf8');
}
