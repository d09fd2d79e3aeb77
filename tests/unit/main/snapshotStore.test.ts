import { describe, expect, test } from 'vitest';

import { initialSnapshot } from '#main/snapshot/initialSnapshot.ts';
import { createSnapshotStore } from '#main/snapshot/snapshotStore.ts';
import { DEFAULTS } from '#main/settings/stored.ts';
import { settingsView } from '#main/settings/view.ts';

function newStore() {
  const deferred: (() => void)[] = [];
  const app = { version: '1', platform: 'linux', identityKept: true, settingsSetAside: null };
  const store = createSnapshotStore(
    initialSnapshot({
      settings: settingsView(DEFAULTS, 'none'),
      language: { tag: 'en', locale: 'en' },
      recent: [],
      app,
    }),
    (task) => void deferred.push(task),
  );
  const endTurn = (): void => {
    for (const task of deferred.splice(0)) task();
  };
  return { store, endTurn };
}

describe('what the page is told', () => {
  test('is one snapshot for all the writes of a turn, and it is the newest', () => {
    const { store, endTurn } = newStore();
    const told: string[] = [];
    store.onSettled(({ settings }) => told.push(settings.theme));
    store.patch({ settings: { ...store.current.settings, theme: 'light' } });
    store.patch({ settings: { ...store.current.settings, theme: 'dark' } });
    expect(told).toEqual([]);
    endTurn();
    expect(told).toEqual(['dark']);
    endTurn();
    expect(told).toEqual(['dark']);
  });

  test('can be hurried, and is then not told again', () => {
    const { store, endTurn } = newStore();
    let told = 0;
    store.onSettled(() => {
      told += 1;
    });
    store.patchCapture('camera', { wanted: true });
    store.flush();
    expect(told).toBe(1);
    endTurn();
    expect(told).toBe(1);
  });

  test('is nothing where nothing changed', () => {
    const { store, endTurn } = newStore();
    let told = 0;
    store.onSettled(() => {
      told += 1;
    });
    store.patch({ prompt: null });
    store.patchCapture('camera', { wanted: false, error: null });
    endTurn();
    expect(told).toBe(0);
  });
});

describe('what main’s own parts are told', () => {
  test('is every step, also those that a listener causes, in the same order for all', () => {
    const { store } = newStore();
    const steps: string[] = [];
    store.onChange((snapshot) => {
      if (snapshot.capture.camera.wanted && !snapshot.capture.camera.live) store.patchCapture('camera', { live: true });
    });
    store.onChange((snapshot, before) => {
      steps.push(`${show(before.capture.camera)}>${show(snapshot.capture.camera)}`);
    });
    store.patchCapture('camera', { wanted: true });
    expect(steps).toEqual(['off,dark>wanted,dark', 'wanted,dark>wanted,live']);
  });

  test('ends when the listener is taken away', () => {
    const { store } = newStore();
    let told = 0;
    const stop = store.onChange(() => {
      told += 1;
    });
    stop();
    store.patchCapture('camera', { wanted: true });
    expect(told).toBe(0);
  });

  test('a snapshot that was handed out never changes', () => {
    const { store } = newStore();
    const before = store.current;
    store.patchCapture('camera', { wanted: true });
    expect(before.capture.camera.wanted).toBe(false);
    expect(store.current.capture.microphone).toBe(before.capture.microphone);
  });
});

describe('what is told after the page', () => {
  test('is once for all the writes of a turn, with what was known before', () => {
    const { store, endTurn } = newStore();
    const told: string[] = [];
    store.onTold((snapshot, before) => {
      told.push(`${show(before.capture.camera)}>${show(snapshot.capture.camera)}`);
    });
    store.onSettled(() => told.push('page'));
    store.patchCapture('camera', { wanted: true });
    store.patchCapture('camera', { live: true });
    expect(told).toEqual([]);
    endTurn();
    expect(told).toEqual(['page', 'off,dark>wanted,live']);
    store.patchCapture('camera', { live: false });
    endTurn();
    expect(told).toEqual(['page', 'off,dark>wanted,live', 'page', 'wanted,live>wanted,dark']);
  });

  test('waits for the end of the turn where only the page is hurried, and then comes all the same', () => {
    const { store, endTurn } = newStore();
    const told: string[] = [];
    store.onSettled(() => told.push('page'));
    store.onTold(() => told.push('tray'));
    store.patchCapture('camera', { wanted: true });
    store.flush();
    expect(told).toEqual(['page']);
    store.patchCapture('camera', { live: true });
    endTurn();
    expect(told).toEqual(['page', 'page', 'tray']);
  });

  test('can be told now, where no turn may follow', () => {
    const { store, endTurn } = newStore();
    const told: string[] = [];
    store.onSettled(() => told.push('page'));
    const stop = store.onTold(() => told.push('tray'));
    store.patchCapture('camera', { wanted: true });
    store.settle();
    store.settle();
    endTurn();
    expect(told).toEqual(['page', 'tray']);
    stop();
    store.patchCapture('camera', { wanted: false });
    store.settle();
    expect(told).toEqual(['page', 'tray', 'page']);
  });

  test('may write in turn, and is told of that with the next one', () => {
    const { store, endTurn } = newStore();
    const told: boolean[] = [];
    store.onTold(({ capture }) => {
      told.push(capture.camera.live);
      store.patchCapture('camera', { live: true });
    });
    store.patchCapture('camera', { wanted: true });
    endTurn();
    endTurn();
    endTurn();
    expect(told).toEqual([false, true]);
  });
});

function show(view: { readonly wanted: boolean; readonly live: boolean }): string {
  return `${view.wanted ? 'wanted' : 'off'},${view.live ? 'live' : 'dark'}`;
}
