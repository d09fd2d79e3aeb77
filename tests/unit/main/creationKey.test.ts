import { describe, expect, test } from 'vitest';

import { testApp, type TestApp } from './support/ground.ts';

const SERVER = 'meet.example.org';
const KEY = 'the-creation-key-of-the-server';

const state = ({ parley }: TestApp) => parley.store.current.settings.creationKey;
const withServer = (stored = {}) => testApp({ stored: { defaultServer: SERVER, ...stored } });
const keep = (app: TestApp, key: string | null) => app.request('settings:keep-creation-key', { key });

describe('the creation key of the default server', () => {
  test('goes with every new meeting there, and the page is told only that there is one', async () => {
    const app = withServer();
    expect(state(app)).toBe('none');
    expect(await keep(app, `  ${KEY} `)).toEqual({ ok: true, value: null });
    expect(state(app)).toBe('kept');
    expect(await app.request('session:create', {})).toMatchObject({ ok: true });
    expect(app.client.created).toEqual([{ server: SERVER, hosted: false, key: KEY }]);
  });

  test('is sealed on disk, and stands in no snapshot and no log line (invariant 12)', async () => {
    const app = withServer();
    await app.request('app:snapshot', {});
    await keep(app, KEY);
    await app.request('session:create', {});
    expect(app.settings.values.creationKey?.key).toMatch(/^sealed:/);
    for (const seen of [app.settings.values, app.parley.store.current, app.pushed, app.logLines]) {
      expect(JSON.stringify(seen)).not.toContain(KEY);
    }
  });

  test('is there again at the next start where the system can encrypt', async () => {
    const app = withServer();
    await keep(app, KEY);
    const later = testApp({ stored: app.settings.values });
    expect(state(later)).toBe('kept');
    await later.request('session:create', {});
    expect(later.client.created).toMatchObject([{ key: KEY }]);
  });

  test('is forgotten with the run where it can not, and the page says so', async () => {
    const app = testApp({ stored: { defaultServer: SERVER }, keyring: false });
    await keep(app, KEY);
    expect(state(app)).toBe('until-quit');
    expect(app.settings.values.creationKey).toBeNull();
    await app.request('session:create', {});
    expect(app.client.created).toMatchObject([{ key: KEY }]);
    expect(state(testApp({ stored: app.settings.values, keyring: false }))).toBe('none');
  });

  test('goes to no other server, and is there again when its own is', async () => {
    const app = withServer();
    await keep(app, KEY);
    await app.request('settings:change', { defaultServer: 'other.example' });
    expect(state(app)).toBe('none');
    await app.request('session:create', {});
    expect(app.client.created).toEqual([{ server: 'other.example', hosted: false }]);
    await app.request('session:cancel', {});
    await app.request('settings:change', { defaultServer: SERVER });
    expect(state(app)).toBe('kept');
  });

  test('can be taken away', async () => {
    const app = withServer();
    await keep(app, KEY);
    await keep(app, null);
    expect(state(app)).toBe('none');
    expect(app.settings.values.creationKey).toBeNull();
  });

  test.each(['two words', 'x'.repeat(513), 'zeilen\numbruch', 'schlüssel'])(
    'that is none is refused without being said again: %#',
    async (none) => {
      const app = withServer();
      const answer = await keep(app, none);
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } });
      expect(JSON.stringify(answer)).not.toContain(none);
      expect(state(app)).toBe('none');
    },
  );

  test('that is empty is none', async () => {
    expect(await keep(withServer(), '   ')).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });

  test('is for a server: without one there is nothing to keep', async () => {
    expect(await keep(testApp(), KEY)).toMatchObject({ ok: false, error: { code: 'wrong-phase' } });
  });
});

const refusing = (app: TestApp) => {
  app.client.create = () =>
    Promise.resolve({ ok: false, error: { code: 'forbidden', detail: 'Creating rooms needs the creation key.' } });
  return app.request('session:create', {});
};

describe('a server that does not make the meeting', () => {
  test('asks for its key where there is none', async () => {
    expect(await refusing(withServer())).toMatchObject({ ok: false, error: { code: 'creation-key-missing' } });
  });

  test('did not take the one that there is', async () => {
    const app = withServer();
    await keep(app, KEY);
    expect(await refusing(app)).toMatchObject({ ok: false, error: { code: 'creation-key-refused' } });
  });
});
