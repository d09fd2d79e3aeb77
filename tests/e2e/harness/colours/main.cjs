// A window of another program, with four blocks of known colour in it, for the tests to share.
const { app, BrowserWindow } = require('electron');

const PAGE = `<!doctype html><title>Colour blocks</title>
<style>
  body { margin: 0; height: 100vh; display: grid; grid-template: 1fr 1fr / 1fr 1fr }
  i:nth-child(1) { background: #d02020 } i:nth-child(2) { background: #20a040 }
  i:nth-child(3) { background: #2040d0 } i:nth-child(4) { background: #e0c020 }
</style><i></i><i></i><i></i><i></i>`;

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 900, height: 700, webPreferences: { backgroundThrottling: false } });
  return window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(PAGE)}`);
});
