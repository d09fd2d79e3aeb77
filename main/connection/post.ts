import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';

import type { HttpAnswer } from '#client/contract.ts';

/** Milliseconds for a whole exchange. */
const ANSWER_MS = 15_000;
/** Bytes of an answer. */
const MAX_ANSWER = 65_536;

/** POSTs JSON. Follows no redirect: a credential goes to the server that the person agreed to, and to no other. */
export function postJson(url: string, body: unknown, bearer?: string): Promise<HttpAnswer> {
  const text = JSON.stringify(body);
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    accept: 'application/json',
  };
  if (bearer !== undefined) headers['authorization'] = `Bearer ${bearer}`;
  const open = url.startsWith('https:') ? requestTls : requestPlain;
  return new Promise((resolve, reject) => {
    const outgoing = open(url, { method: 'POST', headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_ANSWER) outgoing.destroy(new Error('the answer is too big'));
        else chunks.push(chunk);
      });
      incoming.on('end', () => {
        clearTimeout(timer);
        resolve({ status: incoming.statusCode ?? 0, body: parsed(Buffer.concat(chunks).toString('utf8')) });
      });
      incoming.on('error', reject);
    });
    const timer = setTimeout(() => outgoing.destroy(new Error('no answer in time')), ANSWER_MS);
    outgoing.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    outgoing.end(text);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
