// Required into an app before it starts. Playwright's loader tells every Electron to do without a keyring, whatever the
// command line says; the last word counts.
const { app } = require('electron');

app.commandLine.appendSwitch('password-store', 'gnome-libsecret');
