import { describe, expect, test } from 'vitest';

import type { LoadCatalogue } from '#languages/catalogues.ts';
import { createSpeech } from '#main/language/speech.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';

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

describe('a language that is chosen in the settings', () => {
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
