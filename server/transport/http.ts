import type { IncomingMessage, ServerResponse } from 'node:http';

import * as v from 'valibot';

import { ErrorCode, type ParleyError, type Result } from '#protocol/errors.ts';

import { randomToken } from '../credentials/random.ts';
import { kindOf, type Log, tagged } from '../logging.ts';
import { within } from '../within.ts';
import { senderOf } from './address.ts';
import { refusalOfOrigin } from './origin.ts';
import { ROUTES } from './routes/all.ts';
import { patternOf } from './routes/path.ts';
import { type ApiAnswer, failed, type Route } from './routes/route.ts';
import type { Services } from './services.ts';
import { parseStrictJson } from './strictJson.ts';

const SERVED = ROUTES.map((route) => ({ route, pattern: patternOf(route.path) }));

/** The route that a request asks for, and what its pattern found in the path. */
interface Found {
  readonly route: Route;
  readonly groups: Readonly<Record<string, string>>;
}

interface Asked {
  /** All that the path may be asked by; none where it is not there. */
  readonly methods: readonly string[];
  readonly found: Found | null;
}

/** As much of an answer as its entry in the log has. */
const Refusal = v.object({ code: ErrorCode });

/** Bytes that a request's body may have. */
const BODY_BYTES = 16_384;

/** Answers one request; never rejects. Its id goes into the log and into the answer, so that the one leads to the other. */
export async function serveRequest(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const id = randomToken(9);
  const log = tagged(services.settings.log, { request: id });
  response.setHeader('X-Request-Id', id);
  const asked = askedOf(request);
  let answer: ApiAnswer;
  try {
    const refusal = refusalOfOrigin(request, services.settings);
    answer = refusal ? failed({ code: refusal }) : await answerTo(services, request, asked, log);
  } catch (error) {
    // Whoever went away while speaking is nobody's failure.
    if (!request.destroyed) log.error({ kind: kindOf(error) }, 'request failed');
    answer = failed({ code: 'internal' });
  }
  reply(request, response, answer);
  if (asked.found) note(log, asked.found, answer);
}

/** Of what changes something, and of what was refused; never the path itself, which is the sender's text. */
function note(log: Log, { route: { method, path }, groups: { room } }: Found, { status, body }: ApiAnswer): void {
  if (method !== 'POST' && status < 400) return;
  const code = v.safeParse(Refusal, body);
  const fields = { route: `${method} ${path}`, ...(room !== undefined && { room }), status };
  log.info({ ...fields, ...(code.success && { code: code.output.code }) }, 'request');
}

function askedOf({ method, url = '' }: IncomingMessage): Asked {
  const path = url.split('?', 1)[0] ?? '';
  const here = SERVED.flatMap(({ route, pattern }) => {
    const match = pattern.exec(path);
    return match ? [{ route, groups: match.groups ?? {} }] : [];
  });
  return {
    methods: here.map(({ route }) => route.method),
    found: here.find(({ route }) => route.method === method) ?? null,
  };
}

async function answerTo(
  services: Services,
  request: IncomingMessage,
  { methods, found }: Asked,
  log: Log,
): Promise<ApiAnswer> {
  if (request.method === 'OPTIONS' && methods.length > 0) return { status: 204, body: null };
  if (!found) return notHere(methods);
  const { route, groups } = found;
  const body = route.operation.body ? await readBody(request) : ({ ok: true, value: null } as const);
  if (!body.ok) return failed(body.error);
  const retryAfterMs = services.draining();
  if (route.method === 'POST' && retryAfterMs !== null) return failed({ code: 'draining', retryAfterMs });
  const address = senderOf(request, services.settings.trustedProxies);
  const { clock, guards } = services.settings;
  const handled = route.handle({ services, headers: request.headers, address, groups, body: body.value });
  return within(clock, guards.storageMs, handled).catch((error: unknown) => {
    log.error({ kind: kindOf(error) }, 'request not answered');
    return failed({ code: 'unavailable' });
  });
}

function notHere(methods: readonly string[]): ApiAnswer {
  const body = { code: 'bad-request', message: 'Not here.' };
  return methods.length === 0 ? { status: 404, body } : { status: 405, body, headers: { Allow: methods.join(', ') } };
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

function reply(request: IncomingMessage, response: ServerResponse, answer: ApiAnswer): void {
  if (response.destroyed) return;
  const { status, body, contentType = 'application/json', headers = {}, retryAfterMs } = answer;
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
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (!request.complete) response.setHeader('Connection', 'close');
  response.statusCode = status;
  if (body === null) {
    response.end();
  } else {
    response.setHeader('Content-Type', contentType);
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }
}
