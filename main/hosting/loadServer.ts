import type { createServer } from '#server/createServer.ts';

/** The server, with its storage and its credentials: as much code as all the rest, and not needed to join. */
export async function loadServer(): Promise<typeof createServer> {
  const module = await import('#server/createServer.ts');
  return module.createServer;
}
