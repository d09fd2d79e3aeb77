import { describe, expect, test } from 'vitest';

import { ROUTES } from '#protocol/ipc/contract.ts';
import { isOurDocument, type Sender } from '#main/ipc/sender.ts';

import { OUR_PAGE, testApp } from './support/ground.ts';

const STRANGERS: Readonly<Record<string, Sender>> = {
  'a subframe of our page': { frame: { url: 'app://parley/index.html', isTop: false }, isOurWindow: true },
  'a frame that is gone': { frame: null, isOurWindow: true },
  'another window': { frame: { url: 'app://parley/index.html', isTop: true }, isOurWindow: false },
  'a web page in our window': { frame: { url: 'https://parley/index.html', isTop: true }, isOurWindow: true },
  'another host of our scheme': { frame: { url: 'app://parley.evil/index.html', isTop: true }, isOurWindow: true },
  'another port': { frame: { url: 'app://parley:81/index.html', isTop: true }, isOurWindow: true },
  'a page with credentials in its address': { frame: { url: 'app://x@parley/', isTop: true }, isOurWindow: true },
  'a file': { frame: { url: 'file:///app/index.html', isTop: true }, isOurWindow: true },
  'an empty page': { frame: { url: 'about:blank', isTop: true }, isOurWindow: true },
  'no address at all': { frame: { url: '', isTop: true }, isOurWindow: true },
};

describe('invariant 7: every route refuses strangers', () => {
  test.each(Object.entries(STRANGERS))('%s', async (_who, sender) => {
    const { parley, client, logged } = testApp();
    for (const route of Object.keys(ROUTES)) {
      expect(await parley.dispatch(sender, route, {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
    expect(client.asked).toEqual([]);
    expect(logged).toContain('request-of-stranger');
  });
});

describe('the page itself is treated as hostile', () => {
  for (const route of [
    'app:nothing',
    '__proto__',
    'constructor',
    'toString',
    '',
    7,
    null,
    undefined,
    ['app:snapshot'],
  ]) {
    test(`an unknown route is refused: ${JSON.stringify(route)}`, async () => {
      const { parley } = testApp();
      expect(await parley.dispatch(OUR_PAGE, route, {})).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    });
  }

  test('every route refuses what its schema does not know', async () => {
    const { parley, client } = testApp();
    for (const route of Object.keys(ROUTES)) {
      for (const request of [undefined, null, 1, 'text', [], { surplus: true }]) {
        const answer = await parley.dispatch(OUR_PAGE, route, request);
        expect({ route, request, answer }).toMatchObject({ answer: { ok: false, error: { code: 'bad-request' } } });
      }
    }
    expect(client.asked).toEqual([]);
  });

  test('values out of range are refused', async () => {
    const { parley } = testApp();
    const requests: readonly (readonly [string, unknown])[] = [
      ['capture:want', { kind: 'speaker', on: true }],
      ['capture:report', { microphone: { live: 1, error: null }, camera: {}, screen: {}, links: 0 }],
      ['signal:send', { to: 'x', link: 'y', generation: -1, data: '' }],
      ['session:open', { target: 'x'.repeat(2049) }],
      ['session:join', { name: '\u202E\u200B ' }],
      ['room:end', { reason: 'x'.repeat(281), lock: false }],
      ['settings:change', { theme: 'pink' }],
      ['settings:change', { identity: 'stolen' }],
      ['prompt:answer', { id: '1', answer: 'yes', remember: false }],
    ];
    for (const [route, request] of requests) {
      const answer = await parley.dispatch(OUR_PAGE, route, request);
      expect({ route, answer }).toMatchObject({ answer: { ok: false, error: { code: 'bad-request' } } });
    }
  });

  test('a bug in a route is answered as internal, and the log does not repeat its message', async () => {
    const { parley, client, logged, logLines } = testApp();
    client.dismiss = () => {
      throw new Error('secret');
    };
    expect(await parley.dispatch(OUR_PAGE, 'session:dismiss', {})).toEqual({ ok: false, error: { code: 'internal' } });
    expect(logged).toContain('route-failed');
    expect(logLines.join('\n')).not.toContain('secret');
  });

  test('our own page is answered', async () => {
    const { parley } = testApp();
    const answer = await parley.dispatch(OUR_PAGE, 'app:snapshot', {});
    expect(answer).toMatchObject({ ok: true, value: { session: { phase: 'idle' } } });
  });
});

test('a window may show the page itself, and none of its files', () => {
  expect(['app://parley/', 'app://parley/index.html', 'app://parley/index.html#x'].every(isOurDocument)).toBe(true);
  expect(
    ['app://parley/assets/a.js', 'app://parley/missing.html', 'app://other/', 'https://parley/'].some(isOurDocument),
  ).toBe(false);
});
