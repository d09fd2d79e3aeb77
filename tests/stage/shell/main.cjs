// A bare window for the stage: nothing of the product's main process is in it.
const { app, BrowserWindow } = require('electron');

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { backgroundThrottling: false } });
  return window.loadURL('about:blank');
});
