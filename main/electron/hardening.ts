import { app } from 'electron';

import { isOurDocument } from '../ipc/sender.ts';

/**
 * What no page of this app may ever do, whatever gets into it: go elsewhere, open windows, embed web views. The only
 * way out to the system's browser is a request to main, which looks at the address (main/chat/links.ts).
 */
export function hardenContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    // The page may load itself anew, as its own error screen does.
    contents.on('will-navigate', (event, url) => {
      if (!isOurDocument(url)) event.preventDefault();
    });
    // Only in newer versions, and then also for subframes, of which the page has none.
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !isOurDocument(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // Nothing of the page's may hold a window open: closing is guarded in main (electron#17364).
    contents.on('will-prevent-unload', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  // Certificates are what they are: no exception is ever made, and no password typed into a dialog of the browser's.
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault();
    decide(false);
  });
  app.on('login', (event, _contents, _details, _auth, answer) => {
    event.preventDefault();
    answer();
  });
}
