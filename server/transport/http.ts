import type { IncomingMessage, ServerResponse } from 'node:http';

import type { ParleyError, Result } from '#protocol/errors.ts';

import { kindOf } from '../logging.ts';
import { within } from '../within.ts';
import { senderOf } from './address.ts';
import { refusalOfOrigin } from './origin.ts';
import { health, ready } from './routes/health.ts';
import { issueJoinToken } from './routes/joinTokens.ts';
import { type ApiAnswer, failed, type Route } from './routes/route.ts';
import { createRoom } from './routes/rooms.ts';
import { unlockRoom } from './routes/unlock.ts';
import type { Services } from './services.ts';
import { parseStrictJson } from './strictJson.ts';

const ROUTES: readonly Route[] = [createRoom, issueJoinToken, unlockRoom, health, ready];

/** Bytes that a request's body may have. */
const BODY_BYTES = 16_384;

/** Answers one request; never rejects. */
export async function serveRequest(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { log } = services.settings;
  let answer: ApiAnswer;
  try {
    const refusal = refusalOfOrigin(request, services.settings);
    answer = refusal ? failed({ code: refusal }) : await route(services, request);
  } catch (error) {
    // Whoever went away while speaking is nobody's failure.
    if (!request.destroyed) log.error({ kind: kindOf(error) }, 'request failed');
    answer = failed({ code: 'internal' });
  }
  reply(request, response, answer);
}

async function route(services: Services, request: IncomingMessage): Promise<ApiAnswer> {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const here = ROUTES.filter(({ path: pattern }) => pattern.test(path));
  if (request.method === 'OPTIONS' && here.length > 0) return { status: 204, body: null };
  const found = here.find(({ method }) => method === request.method);
  if (!found) return { status: here.length > 0 ? 405 : 404, body: { code: 'bad-request', message: 'Not here.' } };
  const body = found.method === 'POST' ? await readBody(request) : ({ ok: true, value: null } as const);
  if (!body.ok) return failed(body.error);
  const retryAfterMs = services.draining();
  if (found.method === 'POST' && retryAfterMs !== null) return failed({ code: 'draining', retryAfterMs });
  const groups = found.path.exec(path)?.groups ?? {};
  const address = senderOf(request, services.settings.trustedProxies);
  const { clock, guards } = services.settings;
  const handled = found.handle({ services, headers: request.headers, address, groups, body: body.value });
  return within(clock, guards.storageMs, handled).catch((error: unknown) => {
    services.settings.log.error({ kind: kindOf(error) }, 'request not answered');
    return failed({ code: 'unavailable' });
  });
}

/** JSON only, and said so: a form that a web page posts without asking can't pass for it. */
async function readBody(request: IncomingMessage): Promise<Result<unknown>> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    return bad({ code: 'bad-request', detail: 'The body must be application/json.' });
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_BYTES) return bad({ code: 'frame-too-big', detail: `The body holds ${BODY_BYTES} bytes at most.` });
    chunks.push(chunk);
  }
  const parsed = parseStrictJson(Buffer.concat(chunks).toString('utf8'));
  return parsed.ok ? { ok: true, value: parsed.value } : bad({ code: 'bad-request', detail: parsed.problem });
}

const bad = (error: ParleyError): Result<never> => ({ ok: false, error });

function reply(request: IncomingMessage, response: ServerResponse, { status, body, retryAfterMs }: ApiAnswer): void {
  if (response.destroyed) return;
  const { origin } = request.headers;
  // Only an allowed origin gets this far with anything but an error that says nothing.
  if (origin !== undefined && status !== 403) {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type');
    response.setHeader('Vary', 'Origin');
  }
  if (retryAfterMs !== undefined) response.setHeader('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (!request.complete) response.setHeader('Connection', 'close');
  response.statusCode = status;
  if (body === null) {
    response.end();
  } else {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(body));
  }
}
