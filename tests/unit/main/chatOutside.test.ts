import { describe, expect, test } from 'vitest';

import { testApp, type TestApp } from './support/ground.ts';
import { toMeeting } from './support/situations.ts';

async function inMeeting(): Promise<TestApp> {
  const app = testApp();
  await toMeeting(app);
  return app;
}

const open = (app: TestApp, url: string) => app.request('chat:open-link', { url });
const save = (app: TestApp) => app.request('chat:save', { name: 'parley-chat.txt', text: 'Hello' });

describe('a link', () => {
  test('of the web is opened in the browser, as the browser reads it', async () => {
    const app = await inMeeting();
    await open(app, 'https://example.org/a?b=c#d');
    await open(app, 'HTTP://EXAMPLE.org');
    await open(app, 'https://аpple.com/');
    expect(app.browsed).toEqual(['https://example.org/a?b=c#d', 'http://example.org/', 'https://xn--pple-43d.com/']);
  });

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'parley://join/x',
    'smb://host/share',
    'data:text/html,x',
    ' https',
    '',
    'https://bank.example@evil.example/',
    'https://a:b@evil.example/',
  ])('as %j is opened by nothing', async (url) => {
    const app = await inMeeting();
    expect(await open(app, url)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(app.browsed).toEqual([]);
  });
});

describe('saving', () => {
  test('writes where the person says', async () => {
    const app = await inMeeting();
    expect(await save(app)).toEqual({ ok: true, value: { path: '/home/ana/parley-chat.txt' } });
    expect(app.saving.written).toEqual([{ path: '/home/ana/parley-chat.txt', text: 'Hello' }]);
  });

  test('says so where it can not be written, and does nothing where they think better of it', async () => {
    const app = await inMeeting();
    app.saving.works = false;
    expect(await save(app)).toMatchObject({ ok: false, error: { code: 'not-written' } });
    app.saving.where = null;
    expect(await save(app)).toEqual({ ok: true, value: null });
  });

  test.each(['../../.bashrc', 'a/b.txt', 'chat.sh', '.txt'])('takes no name that leads elsewhere: %s', async (name) => {
    const app = await inMeeting();
    expect(await app.request('chat:save', { name, text: '' })).toMatchObject({ error: { code: 'bad-request' } });
  });
});
