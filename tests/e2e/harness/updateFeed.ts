import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the feed offers, as electron-builder would have written it. */
export interface Offer {
  readonly version: string;
  /** What is downloaded: here a script, which stands where an AppImage stands. */
  readonly file: string;
  /** Its checksum in the feed; without: the right one. */
  readonly sha512?: string;
}

const checksum = (text: string): string => createHash('sha512').update(text).digest('base64');

/** A feed of newer versions, on this computer. */
export class UpdateFeed {
  readonly #server: Server;
  /** Paths that were asked for, in order. */
  readonly asked: string[] = [];
  #offer: Offer | null = null;

  private constructor() {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://feed');
      this.asked.push(pathname);
      const body = this.#answer(pathname);
      response.writeHead(body === null ? 404 : 200, { 'Content-Type': 'application/octet-stream' });
      response.end(body ?? undefined);
    });
  }

  static async open(): Promise<UpdateFeed> {
    const feed = new UpdateFeed();
    await new Promise<void>((resolve) => {
      feed.#server.listen(0, '127.0.0.1', resolve);
    });
    return feed;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  offer(offer: Offer): void {
    this.#offer = offer;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(path: string): string | null {
    if (this.#offer === null) return null;
    const { version, file, sha512 = checksum(file) } = this.#offer;
    const name = `Parley-${version}.AppImage`;
    if (path === `/${name}`) return file;
    if (!/^\/latest-linux.*\.yml$/.test(path)) return null;
    return [
      `version: ${version}`,
      'files:',
      `  - url: ${name}`,
      `    sha512: ${sha512}`,
      `    size: ${Buffer.byteLength(file)}`,
      `path: ${name}`,
      `sha512: ${sha512}`,
      `releaseDate: '2026-11-20T12:00:00.000Z'`,
      '',
    ].join('\n');
  }
}
