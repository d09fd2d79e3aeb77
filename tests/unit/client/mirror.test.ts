import { describe, expect, test } from 'vitest';

import { Mirror } from '#client/mirror.ts';

import { BEN, CLEO, events, joined, left, renamed, room } from './scripted/frames.ts';

const names = (mirror: Mirror) => Object.values(mirror.room.participants).map(({ name }) => name);

describe('a mirrored room', () => {
  test('follows events in order', () => {
    const mirror = new Mirror(room());
    const step = mirror.follow(events(11, renamed(BEN, 'Benjamin'), joined(CLEO, 'Cleo')));
    expect(step).toMatchObject({ outcome: 'applied', before: { rev: 10 } });
    expect(names(mirror)).toEqual(['Ana', 'Benjamin', 'Cleo']);
    expect(mirror.rev).toBe(12);
  });

  test('takes an event that comes twice in once, and of a frame that overlaps only what is new', () => {
    const mirror = new Mirror(room());
    const frame = events(11, joined(CLEO, 'Cleo'));
    mirror.follow(frame);
    const before = mirror.room;
    expect(mirror.follow(frame)).toEqual({ outcome: 'known' });
    expect(mirror.follow(events(3, renamed(BEN, 'long ago')))).toEqual({ outcome: 'known' });
    expect(mirror.room).toBe(before);
    const overlap = mirror.follow(events(11, joined(CLEO, 'Cleo'), left(BEN)));
    expect(overlap).toMatchObject({ outcome: 'applied', events: [left(BEN)] });
    expect(names(mirror)).toEqual(['Ana', 'Cleo']);
  });

  test('does not guess what is missing: it asks once and keeps what comes until the snapshot is there', () => {
    const mirror = new Mirror(room());
    expect(mirror.follow(events(12, joined(CLEO, 'Cleo')))).toEqual({ outcome: 'gap' });
    expect(mirror.follow(events(13, renamed(CLEO, 'Cleopatra')))).toEqual({ outcome: 'kept' });
    expect(mirror.rev).toBe(10);
    const kept = mirror.replace(room({ rev: 11 }));
    expect(kept.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    expect(names(mirror)).toEqual(['Ana', 'Ben', 'Cleopatra']);
    expect(mirror.rev).toBe(13);
  });

  test('forgets what it kept where the snapshot knows it already', () => {
    const mirror = new Mirror(room());
    mirror.follow(events(12, renamed(BEN, 'Benjamin')));
    expect(mirror.replace(room({ rev: 12 }))).toEqual([{ outcome: 'known' }]);
    expect(mirror.follow(events(13, joined(CLEO, 'Cleo')))).toMatchObject({ outcome: 'applied' });
  });

  test('asks again where the snapshot still leaves a gap', () => {
    const mirror = new Mirror(room());
    mirror.follow(events(15, renamed(BEN, 'Benjamin')));
    expect(mirror.replace(room({ rev: 12 }))).toEqual([{ outcome: 'gap' }]);
    mirror.replace(room({ rev: 14 }));
    expect(mirror.rev).toBe(15);
  });

  test('takes events that cannot follow for a gap and changes nothing by half', () => {
    const mirror = new Mirror(room());
    expect(mirror.follow(events(11, joined(CLEO, 'Cleo'), renamed('nobody-00001' as typeof BEN, 'x')))).toEqual({
      outcome: 'gap',
    });
    expect(mirror.room).toEqual(room());
  });

  test('goes back to an older snapshot: a server that lost its newest events is right all the same', () => {
    const mirror = new Mirror(room({ rev: 20 }));
    mirror.replace(room({ rev: 15 }));
    expect(mirror.rev).toBe(15);
  });

  test('asks anew on a new connection, because the snapshot asked for on the old one does not come', () => {
    const mirror = new Mirror(room());
    mirror.follow(events(12, joined(CLEO, 'Cleo')));
    mirror.reconnected();
    expect(mirror.follow(events(11, renamed(BEN, 'Benjamin')))).toMatchObject({ outcome: 'applied' });
  });
});
