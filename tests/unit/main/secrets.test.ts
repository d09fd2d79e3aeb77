import { describe, expect, test } from 'vitest';

import { openSecret } from '#main/settings/identity.ts';
import { createRecentMeetings } from '#main/settings/recentMeetings.ts';

import { fakeSettings, fakeVault, testApp } from './support/ground.ts';
import { ROOM, SECRET, TARGET } from './support/meeting.ts';
import { toMeeting } from './support/situations.ts';

const NEW = 'N'.repeat(43);
const open = (settings = fakeSettings(), vault = fakeVault()) =>
  openSecret({ settings, vault, key: 'identity', make: () => NEW, log: () => undefined });

describe('invariant 12: secrets on disk', () => {
  test('the identity is kept sealed, and is the same at the next start', () => {
    const settings = fakeSettings();
    expect(open(settings)).toEqual({ secret: NEW, kept: true });
    expect(settings.values.identity).toMatch(/^sealed:/);
    const again = openSecret({
      settings,
      vault: fakeVault(),
      key: 'identity',
      make: () => SECRET,
      log: () => undefined,
    });
    expect(again).toEqual({ secret: NEW, kept: true });
  });

  test('without encryption the identity is in memory only, and what was sealed before is left for better days', () => {
    const settings = fakeSettings({ identity: 'sealed:before' });
    expect(open(settings, fakeVault(false))).toEqual({ secret: NEW, kept: false });
    expect(settings.values.identity).toBe('sealed:before');
  });

  test('an identity that can’t be opened, or is none, is replaced', () => {
    for (const identity of ['damaged', 'sealed:tooshort']) {
      const settings = fakeSettings({ identity });
      expect(open(settings)).toEqual({ secret: NEW, kept: true });
      expect(settings.values.identity).not.toBe(identity);
    }
  });

  test('nothing that the app writes in a meeting holds a secret in clear', async () => {
    const app = testApp();
    await toMeeting(app);
    expect(app.settings.values.recent).toHaveLength(1);
    expect(JSON.stringify(app.settings.values)).not.toContain(SECRET);
    expect(app.logLines.join('\n')).not.toContain(SECRET);
    expect(JSON.stringify(app.pushed)).not.toContain(SECRET);
  });
});

describe('recent meetings', () => {
  test('are newest first, each once, and not more than twenty', () => {
    const settings = fakeSettings();
    const recent = createRecentMeetings(settings, fakeVault());
    for (let hour = 0; hour < 25; hour += 1) {
      recent.remember({ target: { ...TARGET, server: `s${hour % 22}.example` }, secret: null }, hour);
    }
    expect(recent.list).toHaveLength(20);
    expect(recent.list.slice(0, 4).map(({ server }) => server)).toEqual([
      's2.example',
      's1.example',
      's0.example',
      's21.example',
    ]);
  });

  test('keep their secret sealed where the system can encrypt', () => {
    const settings = fakeSettings();
    createRecentMeetings(settings, fakeVault()).remember({ target: TARGET, secret: SECRET }, 1);
    const later = createRecentMeetings(settings, fakeVault());
    expect(later.find(TARGET.server, ROOM)).toEqual({ target: TARGET, secret: SECRET });
    expect(later.findByCode(ROOM)).toEqual({ target: TARGET, secret: SECRET });
  });

  test('keep it until the app quits where the system can’t', () => {
    const settings = fakeSettings();
    const now = createRecentMeetings(settings, fakeVault(false));
    now.remember({ target: TARGET, secret: SECRET }, 1);
    expect(now.find(TARGET.server, ROOM)?.secret).toBe(SECRET);
    const later = createRecentMeetings(settings, fakeVault(false));
    expect(later.find(TARGET.server, ROOM)).toEqual({ target: TARGET, secret: null });
  });

  test('that are forgotten are gone, with their secret', () => {
    const recent = createRecentMeetings(fakeSettings(), fakeVault());
    recent.remember({ target: TARGET, secret: SECRET }, 1);
    recent.forget(TARGET.server, ROOM);
    expect(recent.list).toEqual([]);
    expect(recent.find(TARGET.server, ROOM)).toBeNull();
    recent.remember({ target: TARGET, secret: null }, 2);
    expect(recent.find(TARGET.server, ROOM)?.secret).toBeNull();
  });
});
