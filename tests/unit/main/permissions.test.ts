import { describe, expect, test } from 'vitest';

import { mayCheck, mayRequest, mayShareScreen, type PermissionFacts } from '#main/capture/permissions.ts';

import { testApp, type TestApp } from './support/ground.ts';
import { ended } from './support/meeting.ts';
import { startSharing, toMeeting, toPreview } from './support/situations.ts';

const CAMERA: PermissionFacts = {
  permission: 'media',
  from: 'app://parley/index.html',
  isMainFrame: true,
  isOurWindow: true,
  mediaTypes: ['video'],
};

const asks = (app: TestApp, change: Partial<PermissionFacts> = {}): boolean =>
  mayRequest({ ...CAMERA, ...change }, app.parley.store.current);

describe('opening a device', () => {
  test('is denied where nobody has agreed to anything: idle and over', async () => {
    const app = testApp();
    expect(asks(app)).toBe(false);
    await toMeeting(app);
    expect(asks(app)).toBe(true);
    app.client.feed(ended);
    expect(asks(app)).toBe(false);
  });

  test('is denied outside of preview and meeting even for what is wanted', async () => {
    const app = testApp();
    await toPreview(app);
    const { current } = app.parley.store;
    expect(mayRequest(CAMERA, current)).toBe(true);
    expect(mayRequest(CAMERA, { ...current, session: { phase: 'idle' } })).toBe(false);
  });

  test('is allowed in preview for what is wanted, and denied for what is not', async () => {
    const app = testApp({ stored: { joinWithCamera: false } });
    await toPreview(app);
    expect(asks(app, { mediaTypes: ['audio'] })).toBe(true);
    expect(asks(app, { mediaTypes: ['video'] })).toBe(false);
    expect(asks(app, { mediaTypes: ['audio', 'video'] })).toBe(false);
  });

  test('of a muted microphone is allowed in a meeting to who asked to be told that they talk, and to nobody else', async () => {
    const opens = async (hearWhileMuted: boolean): Promise<boolean> => {
      const app = testApp({ stored: { hearWhileMuted } });
      await toMeeting(app);
      await app.request('capture:want', { kind: 'microphone', on: false });
      return asks(app, { mediaTypes: ['audio'] });
    };
    expect(await opens(true)).toBe(true);
    expect(await opens(false)).toBe(false);
    const before = testApp({ stored: { hearWhileMuted: true, joinWithMicrophone: false } });
    await toPreview(before);
    expect(asks(before, { mediaTypes: ['audio'] })).toBe(false);
  });

  test('is denied to everybody but our own page in our own window', async () => {
    const app = testApp();
    await toPreview(app);
    expect(asks(app)).toBe(true);
    expect(asks(app, { isMainFrame: false })).toBe(false);
    expect(asks(app, { isOurWindow: false })).toBe(false);
    expect(asks(app, { from: 'https://meet.example.org/' })).toBe(false);
    expect(asks(app, { from: 'null' })).toBe(false);
  });
});

describe('a picture of the screen', () => {
  for (const [version, facts] of Object.entries({
    'older versions': { permission: 'media', mediaTypes: [] },
    'newer versions': { permission: 'display-capture', mediaTypes: ['video'] },
  })) {
    test(`is denied unless it is wanted inside a meeting (as ${version} ask)`, async () => {
      const app = testApp();
      await toMeeting(app);
      expect(asks(app, facts)).toBe(false);
      await startSharing(app);
      expect(asks(app, facts)).toBe(true);
      expect(mayShareScreen(app.parley.store.current)).toBe(true);
      app.client.feed(ended);
      expect(asks(app, facts)).toBe(false);
      expect(mayShareScreen(app.parley.store.current)).toBe(false);
    });
  }
});

test('the whole screen is for a meeting, and for our own page', async () => {
  const app = testApp();
  expect(asks(app, { permission: 'fullscreen', mediaTypes: [] })).toBe(false);
  await toMeeting(app);
  expect(asks(app, { permission: 'fullscreen', mediaTypes: [] })).toBe(true);
  expect(asks(app, { permission: 'fullscreen', mediaTypes: [], from: 'https://example.org/' })).toBe(false);
});

test('every other permission is denied, whatever it is', async () => {
  const app = testApp();
  await toMeeting(app);
  const others = ['geolocation', 'notifications', 'midi', 'midiSysex', 'pointerLock', 'openExternal', 'clipboard-read'];
  for (const permission of [...others, 'hid', 'serial', 'usb', 'idle-detection', 'window-management', 'unknown']) {
    const check = mayCheck({ ...CAMERA, permission }, app.parley.store.current);
    expect({ permission, request: asks(app, { permission }), check }).toEqual({
      permission,
      request: false,
      check: false,
    });
  }
});

test('names of devices are known in preview and meeting only, to our own page only', async () => {
  const app = testApp();
  const checks = (change: Partial<PermissionFacts> = {}) =>
    mayCheck({ ...CAMERA, ...change }, app.parley.store.current);
  expect(checks()).toBe(false);
  await toPreview(app);
  expect(checks({ from: 'app://parley/' })).toBe(true);
  expect(checks({ from: 'https://example.org/' })).toBe(false);
  expect(checks({ isMainFrame: false })).toBe(false);
});
