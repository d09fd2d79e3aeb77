import { describe, expect, test } from 'vitest';

import { Deferred } from '#client/deferred.ts';
import { loadCatalogue, type LoadCatalogue } from '#languages/catalogues.ts';
import { createSpeech } from '#main/language/speech.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { toMeeting } from './support/situations.ts';

const gone: LoadCatalogue = () => Promise.reject(new Error('the file is gone'));

const labels = (app: TestApp) => app.tray()?.items.map(({ label }) => label);

describe('what main says', () => {
  test('is English until it is told otherwise, and then of the language that was chosen', async () => {
    const speech = createSpeech({ system: () => ['en-GB'], onFault: () => {} });
    expect(speech.t('outside.tray.quit')).toBe('Quit Parley');
    expect(speech.language).toEqual({ tag: 'en', locale: 'en-GB' });
    await speech.speak('en');
    expect(speech.list(['a', 'b', 'c'])).toBe('a, b and c');
  });

  test('stays English where the other words can not be loaded, and the log hears of it', async () => {
    const faults: string[] = [];
    const speech = createSpeech({ system: () => ['de'], load: gone, onFault: (tag) => faults.push(tag) });
    await speech.speak('de');
    expect(speech.t('outside.tray.quit')).toBe('Quit Parley');
    expect(speech.language.tag).toBe('en');
  });
});

test('of two languages that are chosen one after the other, the last one is spoken', async () => {
  const held = new Deferred<null>();
  const slowly: LoadCatalogue = async (tag) => {
    if (tag === 'de') await held.promise;
    return loadCatalogue(tag);
  };
  const speech = createSpeech({ system: () => ['en'], load: slowly, onFault: () => {} });
  const first = speech.speak('de');
  await speech.speak('fr');
  held.resolve(null);
  await first;
  expect(speech.language.tag).toBe('fr');
  expect(speech.t('outside.tray.quit')).toBe('Quitter Parley');
});

describe('a language that is chosen in the settings', () => {
  test('is spoken by the tray and by notifications, and told to the page once it is', async () => {
    const app = testApp();
    await toMeeting(app);
    await app.request('settings:change', { language: 'ar' });
    await expect.poll(() => app.parley.store.current.language).toEqual({ tag: 'ar', locale: 'ar-u-nu-latn' });
    expect(labels(app)).toContain('مغادرة الاجتماع');
    expect(app.tray()?.tooltip).toBe('Parley: في اجتماع');

    await app.request('settings:change', { language: 'en' });
    await expect.poll(() => app.parley.store.current.language.tag).toBe('en');
    expect(labels(app)).toContain('Leave meeting');
  });

  test('is kept, and told to the page once main speaks it', async () => {
    const app = testApp();
    await app.request('settings:change', { language: 'en' });
    await settled();
    expect(app.settings.values.language).toBe('en');
    expect(app.parley.store.current.settings.language).toBe('en');
    expect(app.parley.store.current.language).toEqual({ tag: 'en', locale: 'en' });
    expect(labels(app)).toContain('Leave meeting');
  });

  test('is refused where Parley does not know it', async () => {
    const app = testApp();
    const answer = await app.request('settings:change', { language: 'xx' as 'en' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(app.parley.store.current.settings.language).toBe('system');
  });
});
