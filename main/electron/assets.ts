import { readFile } from 'node:fs/promises';
import { basename, extname, join, normalize, sep } from 'node:path';

import { isOurPage } from '../ipc/sender.ts';

/** What the page's scheme answers with. */
export interface Asset {
  readonly status: 200 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A file that may be asked for, if it is there; or why nothing is. */
export type Found =
  | { readonly status: 200; readonly path: string; readonly type: string; readonly headers: Asset['headers'] }
  | { readonly status: 404 | 405 };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.tflite': 'application/octet-stream',
  '.binarypb': 'application/octet-stream',
  '.data': 'application/octet-stream',
};

/**
 * What the page may do: run and show its own files, play what others send. It connects to nothing: all that goes over
 * the network goes through main, but for the media between participants.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob: mediastream:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), ' +
    'geolocation=(), midi=(), usb=(), serial=(), hid=(), payment=(), idle-detection=()',
};

/** Which file of the page is asked for. Nothing outside of `folder` can be named, and nothing of a type that it does not know. */
export function findAsset(folder: string, method: string, url: string): Found {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405 };
  const path = pathOf(folder, url);
  const type = path === null ? undefined : TYPES[extname(path).toLowerCase()];
  if (path === null || type === undefined) return { status: 404 };
  return { status: 200, path, type, headers: headersFor(path) };
}

/** Reads the file that {@link findAsset} finds. */
export async function readAsset(folder: string, method: string, url: string): Promise<Asset> {
  const found = findAsset(folder, method, url);
  if (found.status !== 200) return answer(found.status);
  try {
    const body = await readFile(found.path);
    return { status: 200, headers: { ...found.headers, 'Content-Type': found.type }, body };
  } catch {
    return answer(404);
  }
}

/** The worker that blurs runs a model that is WebAssembly; the page itself may not. */
function headersFor(path: string): Readonly<Record<string, string>> {
  if (!/^blurWorker-[\w-]+\.js$/.test(basename(path))) return SECURITY_HEADERS;
  const policy = CONTENT_SECURITY_POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
  return { ...SECURITY_HEADERS, 'Content-Security-Policy': policy };
}

function pathOf(folder: string, url: string): string | null {
  if (!isOurPage(url)) return null;
  let name: string;
  try {
    name = decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.includes('\\')) return null;
  const path = normalize(join(folder, name === '/' ? 'index.html' : name));
  return path.startsWith(normalize(folder) + sep) ? path : null;
}

function answer(status: 404 | 405): Asset {
  return {
    status,
    headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' },
    body: Buffer.from(status === 404 ? 'Not found' : 'Only GET'),
  };
}
