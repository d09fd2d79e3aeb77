import { randomBytes } from 'node:crypto';

import { type Dialect, fieldAtStart, MEDIA } from '../dialect.ts';

const REFUSED = '{"type":"refused"';
const PING = '{"type":"ping"';
const secret = (): string => randomBytes(32).toString('base64url');

/** As docs/protocol.md has it: a token for each by HTTP, then one hello, and every welcome's resume token acknowledged. */
export function parley(address: string): Dialect {
  let commands = 0;
  return {
    greeting: null,
    async invite(people) {
      const inviteKey = secret();
      const { room, token } = await post(address, '/v1/rooms', { identity: secret(), inviteKey });
      const tokens = [token];
      // A few at a time: as many as a busy front door sees.
      while (tokens.length < people) {
        const few = Array.from({ length: Math.min(8, people - tokens.length) }, () =>
          post(address, `/v1/rooms/${room}/join-tokens`, { identity: secret(), inviteKey }),
        );
        for (const answer of await Promise.all(few)) tokens.push(answer.token);
      }
      return tokens.map((token, index) => {
        const name = `p-${index}`;
        const hello = { type: 'hello', protocol: 'parley.v1', clientId: 'bench', room, token, name, media: MEDIA };
        return { name, url: `ws://${address}/ws`, subprotocol: 'parley.v1', join: JSON.stringify(hello) };
      });
    },
    housekeep(frame, me) {
      if (frame.length < 64 && frame.toString('latin1', 0, PING.length) === PING) {
        me.say(frame.toString('latin1').replace('ping', 'pong'));
        return true;
      }
      if (me.id !== '') return false;
      if (frame.toString('latin1', 0, REFUSED.length) === REFUSED)
        throw new Error(`${me.name}: ${frame.toString('utf8')}`);
      me.id = fieldAtStart(frame, 'participantId') ?? '';
      const token = fieldAtStart(frame, 'resumeToken');
      if (token !== null) me.say(JSON.stringify({ type: 'ack-resume', token }));
      return false;
    },
    get end() {
      return JSON.stringify({ type: 'end-room', id: `c-${(commands += 1)}`, reason: 'All said', lock: false });
    },
    get leave() {
      return JSON.stringify({ type: 'leave', id: `c-${(commands += 1)}` });
    },
    ended: '"meeting-left"',
    left: (id) => `"participant-left","participant":"${id}"`,
    signal(from, to, data) {
      const link = [from.id, to.id].sort().join('~');
      return JSON.stringify({ type: 'signal', to: to.id, link, generation: 1, data });
    },
  };
}

async function post(address: string, path: string, body: unknown): Promise<{ room: string; token: string }> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`http://${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as { room: string; token: string };
}
