// The lab's main process: windows are opened by the tests; one that closes or crashes does not end it.
const { app } = require('electron');

app.on('window-all-closed', () => {});
