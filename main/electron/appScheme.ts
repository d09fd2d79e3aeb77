import { protocol } from 'electron';

import { readAsset } from './assets.ts';

/** The scheme of the page's origin, `app://parley`. */
const SCHEME = 'app';

/** Before the app is ready: makes the scheme a real origin, with the same rules as https. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the page from `folder`, and nothing else. */
export function serveAppScheme(folder: string): void {
  // Deprecated, but the one that both ends of the supported range have; `handle` takes over where it is gone.
  if (typeof protocol.registerBufferProtocol === 'function') {
    protocol.registerBufferProtocol(SCHEME, ({ method, url }, respond) => {
      void readAsset(folder, method, url).then(({ status, headers, body }) => {
        respond({ statusCode: status, headers: { ...headers }, data: body });
        return null;
      });
    });
    return;
  }
  protocol.handle(SCHEME, async ({ method, url }) => {
    const { status, headers, body } = await readAsset(folder, method, url);
    return new Response(new Uint8Array(body), { status, headers: { ...headers } });
  });
}
