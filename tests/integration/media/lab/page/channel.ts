/** What is said on a channel of this name is heard by everybody else on it, in this page and in the others. */
export interface Channel<Message> {
  say(message: Message): void;
  close(): void;
}

/** One object for speaking and one for hearing: a BroadcastChannel does not hear what it says itself, and engines in one page must. */
export function openChannel<Message>(name: string, hear: (message: Message) => void): Channel<Message> {
  const incoming = new BroadcastChannel(name);
  const outgoing = new BroadcastChannel(name);
  incoming.addEventListener('message', (event: MessageEvent<Message>) => hear(event.data));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel takes none
    say: (message) => outgoing.postMessage(message),
    close() {
      incoming.close();
      outgoing.close();
    },
  };
}
