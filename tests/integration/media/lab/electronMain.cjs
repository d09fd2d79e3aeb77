// The lab's main process: windows are opened by the tests; one that closes or crashes does not end it.
const { app, desktopCapturer, session } = require('electron');

app.on('window-all-closed', () => {});

// A page that wants a screen gets the first one, as the app's main would give what was chosen.
async function giveScreen(respond) {
  const [screen] = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize: { width: 0, height: 0 } });
  respond(screen ? { video: screen } : null);
}

app.once('ready', () => {
  session.defaultSession.setDisplayMediaRequestHandler((_request, respond) => void giveScreen(respond));
});
