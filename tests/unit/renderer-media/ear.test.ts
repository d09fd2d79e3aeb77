import { describe, expect, test } from 'vitest';

import type { CaptureView } from '#protocol/ipc/snapshot.ts';
import type { Session } from '#protocol/session.ts';
import { earGoal } from '#renderer/media/capture/earGoal.ts';
import { joined, person, reconnecting } from '#tests/stage/room.ts';
import { OFF, ON, over, snapshotOf } from '#tests/stage/snapshot.ts';

const MEETING = joined([person(0), person(1, { role: 'host' })]);
const MUTED: CaptureView = { ...OFF, deviceId: 'desk' };

const isOpen = (session: Session, { microphone = MUTED, hears = true } = {}): boolean => {
  const { settings } = snapshotOf(session);
  return earGoal(session, microphone, { ...settings, hearWhileMuted: hears }).on;
};

describe('the ear', () => {
  test('is open in a meeting while I am muted and want to be told, at the microphone that I chose', () => {
    expect(isOpen(MEETING)).toBe(true);
    expect(isOpen(reconnecting(MEETING))).toBe(true);
    const { settings } = snapshotOf(MEETING);
    expect(earGoal(MEETING, MUTED, { ...settings, hearWhileMuted: true })).toMatchObject({ deviceId: 'desk' });
  });

  test('is closed unless it was asked for', () => {
    expect(snapshotOf(MEETING).settings.hearWhileMuted).toBe(false);
    expect(isOpen(MEETING, { hears: false })).toBe(false);
  });

  test('is closed while the microphone is on, or about to be', () => {
    expect(isOpen(MEETING, { microphone: ON })).toBe(false);
    expect(isOpen(MEETING, { microphone: { ...OFF, wanted: true } })).toBe(false);
  });

  test('is closed outside of a meeting', () => {
    expect(isOpen({ phase: 'idle' })).toBe(false);
    expect(isOpen(over('REMOVE_PEER'))).toBe(false);
  });

  test('is closed for who may not speak', () => {
    expect(isOpen(joined([person(0, { role: 'viewer' }), person(1, { role: 'host' })]))).toBe(false);
  });
});
