import type { Result } from '#protocol/errors.ts';
import type { Hosting } from '#protocol/ipc/snapshot.ts';

/** A server to make a room on, and the key that it asks for. */
export interface Host {
  /** `host:port` as this app itself reaches it. */
  readonly server: string;
  readonly key: string;
}

/** The server inside this app. Listens on loopback only, until the person shares it (invariant 9). */
export interface HostingServer {
  readonly view: Hosting;
  /** People in meetings on it who are connected right now, I among them if I am. */
  readonly people: number;
  onView(listener: (view: Hosting) => void): () => void;
  /** Starts it if need be. `unavailable` if no port could be had or its storage can't be opened. */
  start(): Promise<Result<Host>>;
  /** Other machines can reach it from now: on all interfaces. Meetings on it go on. */
  share(): Promise<Result<null>>;
  /** Loopback again: nobody new comes over the network; who is in stays. */
  unshare(): Promise<Result<null>>;
  /** Whether this address leads to it, by whatever name: then `host:port` as this app reaches it, else null. */
  own(server: string): string | null;
  /** Tells everybody on it, closes it and its storage. */
  close(): Promise<void>;
}
