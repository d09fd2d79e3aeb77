import { describe, expect, test } from 'vitest';

import { ana, ben, eventOf, OFF, ON, outcome, stage } from './stage.ts';

describe('what I have on', () => {
  test('changes for me alone', () => {
    const made = stage(ana, ben);
    const { id } = made.who(ben);
    const decision = made.command(ben, { type: 'set-media-state', media: ON });
    expect(eventOf(decision, 'media-state-changed')).toMatchObject({ participant: id, media: ON });
    expect([made.who(ana).media, made.who(ben).media]).toEqual([OFF, ON]);
  });

  test.each(['microphone', 'camera', 'screen'] as const)('is a change where only the %s changes', (kind) => {
    const made = stage(ana);
    expect(outcome(made.command(ana, { type: 'set-media-state', media: { ...OFF, [kind]: true } }))).toEqual([
      'media-state-changed',
    ]);
  });

  test('is no event where nothing changes', () => {
    expect(outcome(stage(ana).command(ana, { type: 'set-media-state', media: { ...OFF } }))).toEqual([]);
  });
});

describe('what I am called', () => {
  test('changes for me, and what I did before keeps the name that I had', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'lock' });
    expect(outcome(made.command(ana, { type: 'rename', name: 'Ana Maria' }))).toEqual(['participant-renamed']);
    expect(made.who(ana).name).toBe('Ana Maria');
    expect(made.open.lock?.by?.name).toBe('Ana');
  });

  test('is no event where it is the name that I have', () => {
    expect(outcome(stage(ana).command(ana, { type: 'rename', name: 'Ana' }))).toEqual([]);
  });
});
