import type { ClientEnvironment, Socket } from '#client/contract.ts';

/** Said of a connection that ended without a close frame (RFC 6455, 7.1.5). */
export const ABNORMAL = 1006;

type Open = ClientEnvironment['connect'];

/** Opens a socket as soon as there is something to open it with. One that was closed before is never opened. */
export function lateSocket(coming: Promise<Open>, ...[url, subprotocol, handlers]: Parameters<Open>): Socket {
  let socket: Socket | null = null;
  let isOver = false;
  const open = async (): Promise<void> => {
    try {
      const connect = await coming;
      if (!isOver) {
        socket = connect(url, subprotocol, handlers);
        return;
      }
    } catch {
      // As where there is no network.
    }
    handlers.onClose(ABNORMAL);
  };
  void open();
  return {
    send: (text) => socket?.send(text),
    close(code) {
      isOver = true;
      socket?.close(code);
    },
    terminate() {
      isOver = true;
      socket?.terminate();
    },
  };
}
