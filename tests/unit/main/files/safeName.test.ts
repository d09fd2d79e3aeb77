import { describe, expect, test } from 'vitest';

import { safeName } from '#main/files/safeName.ts';

describe('the name of a file from somebody else', () => {
  test.each([
    ['Report 2026.pdf', 'Report 2026.pdf'],
    ['Grüße 🌞.txt', 'Grüße 🌞.txt'],
    ['山田.csv', '山田.csv'],
    ['no ending', 'no ending'],
    ['archive.tar.gz', 'archive.tar.gz'],
  ])('stays as it is where nothing is wrong with it: %s', (offered, name) => {
    expect(safeName(offered)).toBe(name);
  });

  test.each([
    ['../../.bashrc', 'bashrc'],
    ['/etc/passwd', 'passwd'],
    ['C:\\Windows\\system.ini', 'system.ini'],
    ['.hidden', 'hidden'],
    ['..', 'file'],
    ['', 'file'],
    ['   ', 'file'],
    ['CON', 'CON_'],
    ['nul.txt', 'nul_.txt'],
    ['a:b*c?.txt', 'a_b_c_.txt'],
    ['name.txt...', 'name.txt'],
    ['evil\u202Egpj.png', 'evil_gpj.png'],
    ['a\u0000b\n.txt', 'a_b_.txt'],
  ])('leads nowhere and hides nothing: %j becomes %s', (offered, name) => {
    expect(safeName(offered)).toBe(name);
  });

  test.each([
    'setup.exe',
    'run.SH',
    'invoice.pdf.scr',
    'x.desktop',
    'page.html',
    'a.jar',
    'b.AppImage',
    'c.lnk',
    'd.js',
  ])('that a click would run gets an ending that no system knows: %s', (offered) => {
    expect(safeName(offered)).toBe(`${offered}.unsafe`);
  });

  test('is never longer than a disk takes', () => {
    expect(Buffer.byteLength(safeName(`${'ü'.repeat(400)}.pdf`))).toBeLessThanOrEqual(255);
    expect(safeName(`${'x'.repeat(400)}.pdf`)).toMatch(/^x+\.pdf$/);
  });
});
