// electron-store asks for the electron package, which outside of Electron is no more than the path of a program, and
// which would first download that program. Imported before anything that imports electron-store.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/nowhere';
