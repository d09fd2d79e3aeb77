import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { findAsset, readAsset } from '#main/electron/assets.ts';
import { filesNamedIn } from '#main/electron/namedFiles.ts';

let root = '';
let folder = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'parley-assets-'));
  folder = join(root, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'app.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'app.js.map'), '{}');
  writeFileSync(join(folder, 'assets', 'blurWorker-DZ47dQr6.js'), '');
  mkdirSync(join(folder, 'segmentation'));
  writeFileSync(join(folder, 'segmentation', 'blurWorker.js'), '');
  writeFileSync(join(folder, 'segmentation', 'model.tflite'), '');
  writeFileSync(join(root, 'secret.json'), '{}');
  mkdirSync(join(root, 'renderer-old'));
  writeFileSync(join(root, 'renderer-old', 'old.js'), '');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const get = (url: string, method = 'GET') => readAsset(folder, method, url);
const policyOf = async (url: string) => (await get(url)).headers['Content-Security-Policy'] ?? '';

describe('the page’s scheme', () => {
  test('serves the page and its files with their types', async () => {
    expect(await get('app://parley/')).toMatchObject({
      status: 200,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
    });
    const script = await get('app://parley/assets/app.js?v=1#x');
    expect(script).toMatchObject({ status: 200, headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
    expect(script.body.toString()).toBe('export {};');
  });

  test.each([
    'app://parley/../secret.json',
    'app://parley/%2e%2e/secret.json',
    'app://parley/assets/..%2f..%2fsecret.json',
    'app://parley/..%5csecret.json',
    'app://parley/%00index.html',
    'app://parley/../renderer-old/old.js',
    'app://parley/..%2frenderer-old%2fold.js',
    'app://parley/assets',
    'app://parley/assets/app.js.map',
    'app://parley/missing.js',
    'app://parley/%E0%A4%A',
    'app://elsewhere/index.html',
    'https://parley/index.html',
    'nonsense',
  ])('serves nothing else: %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  test('takes no other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await get('app://parley/', method)).status).toBe(405);
    expect((await get('app://parley/', 'HEAD')).status).toBe(200);
  });

  test('forbids everything that the page has no need of, whatever it answers', async () => {
    for (const answer of [await get('app://parley/'), await get('app://parley/missing.js')]) {
      const policy = answer.headers['Content-Security-Policy'] ?? '';
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "object-src 'none'",
        "frame-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ]) {
        expect(policy.split('; ')).toContain(rule);
      }
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(answer.headers['X-Content-Type-Options']).toBe('nosniff');
    }
  });

  test('lets the worker that blurs compile WebAssembly, and nothing else', async () => {
    const worker = await policyOf('app://parley/assets/blurWorker-DZ47dQr6.js');
    expect(worker.split('; ')).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(worker).not.toMatch(/'unsafe-eval'|'unsafe-inline'|\*|https?:/);
    for (const url of ['app://parley/', 'app://parley/assets/app.js', 'app://parley/segmentation/blurWorker.js']) {
      expect(await policyOf(url)).not.toContain('wasm');
    }
  });

  test('serves the model as what it is, bytes', async () => {
    expect((await get('app://parley/segmentation/model.tflite')).headers['Content-Type']).toBe(
      'application/octet-stream',
    );
  });

  test('says which file it is, for those who read it themselves', () => {
    expect(findAsset(folder, 'GET', 'app://parley/assets/app.js?v=1#x')).toMatchObject({
      status: 200,
      path: join(folder, 'assets', 'app.js'),
      headers: { 'X-Content-Type-Options': 'nosniff' },
    });
    expect(findAsset(folder, 'GET', 'app://parley/..%2fsecret.json')).toEqual({ status: 404 });
    expect(findAsset(folder, 'POST', 'app://parley/')).toEqual({ status: 405 });
  });
});

describe('what a document names', () => {
  test('is its scripts and links, in whatever order their attributes stand', () => {
    const html = `<!doctype html><html><head>
      <meta name="application-name" content="Parley" />
      <script type="module" crossorigin src="./assets/index-a1.js"></script>
      <link rel="modulepreload" crossorigin href="./assets/words-b2.js">
      <link href="/assets/index-c3.css" rel="stylesheet">
      </head><body><img src="./picture.png"><div data-src="./nothing.js"></div></body></html>`;
    expect(filesNamedIn(html, 'app://parley/index.html')).toEqual([
      'app://parley/assets/index-a1.js',
      'app://parley/assets/words-b2.js',
      'app://parley/assets/index-c3.css',
    ]);
  });

  test('is nothing where it names nothing', () => {
    expect(filesNamedIn('<!doctype html><p>Hello</p>', 'app://parley/index.html')).toEqual([]);
  });
});
