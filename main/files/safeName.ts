import { basename, extname } from 'node:path';

/** What a system would run, or take orders from, when somebody clicks on it. */
const RUN = new Set(
  'exe com bat cmd msi msp scr pif cpl jar js jse vbs vbe wsf wsh ps1 psm1 hta reg lnk url scf inf gadget application'
    .concat(' sh bash zsh csh fish run bin appimage deb rpm flatpakref desktop app command workflow pkg dmg action')
    .concat(' py pyw pl rb php html htm xhtml svg iso img vhd vhdx chm msc settingcontent-ms library-ms search-ms')
    .split(' '),
);

/** Names that are devices on Windows, with whatever ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

const MOST = 120;

/**
 * A name under which a file from somebody else may lie on this computer: no path, nothing hidden, no device, and nothing
 * that a click would run: that gets an ending which no system knows. Whatever the name was, there is one.
 */
export function safeName(offered: string): string {
  const flat = basename(offered.replaceAll('\\', '/'))
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF<>:"/\\|?*]/g, '_')
    .replace(/^[.\s_-]+/, '')
    .replace(/[.\s]+$/, '');
  const ending = extname(flat).slice(0, 20);
  const stem = Array.from(flat.slice(0, flat.length - extname(flat).length))
    .slice(0, MOST)
    .join('');
  const named = stem === '' ? 'file' : DEVICE.test(stem) ? `${stem}_` : stem;
  return RUN.has(ending.slice(1).toLowerCase()) ? `${named}${ending}.unsafe` : `${named}${ending}`;
}
