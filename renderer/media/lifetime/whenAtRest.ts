/** Milliseconds after which it is done even where the page never rests. */
const AT_LAST_MS = 1_000;

/**
 * Runs `task` once the page has nothing more urgent to do. For what the browser stands still for, some ms each time, and
 * nobody waits for: an exit with a stage full of players is to be shown first.
 */
export function whenAtRest(task: () => void): void {
  requestIdleCallback(task, { timeout: AT_LAST_MS });
}

/** Takes the stream out of a player that has left the page; one that is back on it by then keeps what it has. */
export function dropStream(player: HTMLMediaElement): void {
  whenAtRest(() => {
    if (!player.isConnected) player.srcObject = null;
  });
}
