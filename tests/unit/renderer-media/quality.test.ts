import { describe, expect, test } from 'vitest';

import type { ParticipantId } from '#protocol/ids.ts';
import { FIRST, type Grade, gradeAfter, type Graded, myGrade } from '#renderer/media/quality/grade.ts';
import { watchQuality } from '#renderer/media/quality/linkQuality.ts';
import { type LinkRates, ratesBetween } from '#renderer/media/quality/rates.ts';
import { NO_TRAFFIC, type Traffic } from '#renderer/media/quality/traffic.ts';
import type { LinkFigures } from '#renderer/media/transport.ts';

import { settle } from './support/clock.ts';

const BEN = 'ben' as ParticipantId;

function figures(traffic: Partial<Traffic>, but: Partial<LinkFigures> = {}): LinkFigures {
  return {
    peer: BEN,
    link: 'connected',
    generation: 1,
    roundTripMs: 20,
    audioBytesIn: 0,
    videoFramesIn: 0,
    videoFramesOut: 0,
    videoWidthOut: null,
    screenFramesIn: 0,
    screenFramesOut: 0,
    screenWidthOut: null,
    packetsLostIn: 0,
    traffic: { ...NO_TRAFFIC, ...traffic },
    path: { local: 'host', remote: 'host' },
    ...but,
  };
}

function rates(but: Partial<LinkRates>): LinkRates {
  const found = ratesBetween(figures({ at: 0 }), figures({ at: 1000 }));
  if (!found) throw new Error('no rates');
  return { ...found, ...but };
}

/** The grade after these looks in a row. */
const after = (looks: readonly Partial<LinkRates>[], first: Graded = FIRST): Grade =>
  looks.reduce((graded, look) => gradeAfter(graded, rates(look)), first).grade;
const times = (count: number, look: Partial<LinkRates>) => Array<Partial<LinkRates>>(count).fill(look);

const LOSSY = { lossIn: 0.2 };
const POOR: Graded = { grade: 'poor', worse: 0, better: 0 };

describe('what a link did between two looks', () => {
  test('is in shares, bits and pictures a second', () => {
    const pictures = { width: 1280, height: 720, codec: 'VP8' };
    const before = figures({
      at: 1000,
      packetsIn: 100,
      camera: { in: { frames: 10, ...pictures }, out: { frames: 0, ...pictures } },
    });
    const now = figures({
      at: 3000,
      packetsIn: 190,
      packetsLostIn: 10,
      packetsOut: 200,
      packetsLostOut: 4,
      bytesIn: 250_000,
      bytesOut: 25_000,
      jitterMs: 3,
      camera: { in: { frames: 58, ...pictures }, out: { frames: 0, ...pictures } },
      voiceCodec: 'opus',
    });
    expect(ratesBetween(before, now)).toMatchObject({
      lossIn: 0.1,
      lossOut: 0.02,
      bitsIn: 1_000_000,
      bitsOut: 100_000,
      jitterMs: 3,
      roundTripMs: 20,
      pictureIn: { perSecond: 24, ...pictures },
      pictureOut: null,
      voiceCodec: 'opus',
    });
  });

  test('is nothing over two generations of the link, and nothing in no time', () => {
    expect(ratesBetween(figures({ at: 0 }), figures({ at: 1000 }, { generation: 2 }))).toBeNull();
    expect(ratesBetween(figures({ at: 5 }), figures({ at: 5 }))).toBeNull();
  });

  test('says nothing of loss where hardly anything went, and nothing below none where a count was corrected', () => {
    expect(ratesBetween(figures({ at: 0 }), figures({ at: 1000, packetsIn: 9, packetsLostIn: 3 }))?.lossIn).toBeNull();
    const corrected = ratesBetween(
      figures({ at: 0, packetsLostIn: 5 }),
      figures({ at: 1000, packetsIn: 100, packetsLostIn: 2 }),
    );
    expect(corrected?.lossIn).toBe(0);
  });
});

describe('the grade of a link', () => {
  test.each<[Partial<LinkRates>, Grade]>([
    [{}, 'good'],
    [{ lossIn: 0.029, roundTripMs: 299, jitterMs: 39 }, 'good'],
    [{ lossIn: 0.03 }, 'fair'],
    [{ lossOut: 0.05 }, 'fair'],
    [{ roundTripMs: 300 }, 'fair'],
    [{ jitterMs: 40 }, 'fair'],
    [{ lossOut: 0.1 }, 'poor'],
    [{ roundTripMs: 700 }, 'poor'],
    [{ jitterMs: 100 }, 'poor'],
    [{ lossIn: null, lossOut: null, roundTripMs: null, jitterMs: null }, 'good'],
  ])('with %j for a while is %s', (look, grade) => {
    expect(after(times(2, look))).toBe(grade);
  });

  test('is not worse for one bad moment', () => {
    expect(after([LOSSY])).toBe('good');
    expect(after([LOSSY, {}, LOSSY, {}, LOSSY])).toBe('good');
    expect(after([LOSSY, LOSSY])).toBe('poor');
  });

  test('is better only after a good while, and clearly better than what made it worse', () => {
    expect(after(times(3, {}), POOR)).toBe('poor');
    expect(after(times(4, {}), POOR)).toBe('good');
    expect(after(times(9, { lossIn: 0.08 }), POOR)).toBe('poor');
    expect(after(times(4, { lossIn: 0.06 }), POOR)).toBe('fair');
    expect(after([...times(3, {}), LOSSY, ...times(3, {})], POOR)).toBe('poor');
  });

  test('does not flicker at a limit', () => {
    const looks = Array.from({ length: 60 }, (_, index) => ({ lossIn: index % 2 === 0 ? 0.101 : 0.099 }));
    const grades: Grade[] = [];
    looks.reduce((graded, look) => {
      const next = gradeAfter(graded, rates(look));
      grades.push(next.grade);
      return next;
    }, POOR);
    expect(new Set(grades)).toEqual(new Set(['poor']));
  });
});

test.each<[readonly Grade[], Grade]>([
  [[], 'good'],
  [['poor'], 'poor'],
  [['poor', 'good'], 'good'],
  [['poor', 'poor', 'good'], 'poor'],
  [['poor', 'fair', 'good'], 'fair'],
  [['fair', 'fair', 'good'], 'fair'],
  [['good', 'good', 'poor'], 'good'],
])('by links that are %j my own network is %s', (grades, mine) => {
  expect(myGrade(grades)).toBe(mine);
});

/** A watch on a clock of the test's: each look finds what is next. */
function watch(next: (only?: ParticipantId) => readonly LinkFigures[] | Promise<readonly LinkFigures[]>) {
  const waiting = new Set<() => void>();
  const faults: unknown[] = [];
  const quality = watchQuality({
    after: (_ms, task) => {
      waiting.add(task);
      return () => waiting.delete(task);
    },
    figures: async (only) => next(only),
    onFault: (fault) => faults.push(fault),
  });
  const pass = async (): Promise<void> => {
    const due = [...waiting];
    waiting.clear();
    for (const task of due) task();
    await settle();
  };
  return { quality, pass, waiting, faults };
}

describe('watching', () => {
  test('begins with the first link, rests with the last, and tells of changes alone', async () => {
    let at = 0;
    let lost = 0;
    const { quality, pass, waiting, faults } = watch(() => {
      at += 2000;
      lost += 100;
      return [figures({ at, packetsIn: at, packetsLostIn: lost * 3 })];
    });
    let told = 0;
    quality.onGrades(() => (told += 1));
    expect(waiting.size).toBe(0);
    quality.follow(1);
    quality.follow(1);
    expect(waiting.size).toBe(1);
    for (let look = 0; look < 8; look += 1) await pass();
    expect(quality.grades).toEqual({ ben: 'poor' });
    expect(told).toBe(2);
    quality.follow(0);
    expect(quality.grades).toEqual({});
    expect(waiting.size).toBe(0);
    expect(faults).toEqual([]);
  });

  test('somebody who looks at one link is told of it each second, and of nothing after they stopped', async () => {
    let at = 0;
    let up = true;
    const { quality, pass, waiting } = watch(() => {
      at += 1000;
      return up ? [figures({ at, bytesIn: at * 10 })] : [];
    });
    const heard: (number | null)[] = [];
    const stop = quality.inspect(BEN, (found) => heard.push(found && found.bitsIn));
    for (let look = 0; look < 3; look += 1) await pass();
    expect(heard).toEqual([80_000, 80_000]);
    up = false;
    await pass();
    expect(heard.at(-1)).toBeNull();
    stop();
    expect(waiting.size).toBe(0);
    await pass();
    expect(heard).toHaveLength(3);
  });

  test('a look that comes back after the last link went tells nothing, and leaves nothing to the next one', async () => {
    const looks: ((found: readonly LinkFigures[]) => void)[] = [];
    const { quality, pass, faults } = watch(() => new Promise((resolve) => looks.push(resolve)));
    quality.follow(1);
    await pass();
    quality.follow(0);
    quality.follow(1);
    looks[0]?.([figures({ at: 1000 })]);
    await pass();
    expect(quality.grades).toEqual({});
    looks[1]?.([figures({ at: 3000, packetsIn: 100, packetsLostIn: 100 })]);
    await pass();
    expect(quality.grades).toEqual({ ben: 'good' });
    expect(faults).toEqual([]);
  });

  test('a look at one link reads that link alone, and goes on after one that failed', async () => {
    let at = 0;
    const asked: (ParticipantId | undefined)[] = [];
    const { quality, pass, faults } = watch((only) => {
      asked.push(only);
      at += 1000;
      if (at === 2000) throw new Error('no statistics');
      return [figures({ at, bytesIn: at * 10 })];
    });
    const heard: (number | null)[] = [];
    const stop = quality.inspect(BEN, (found) => heard.push(found && found.bitsIn));
    for (let look = 0; look < 4; look += 1) await pass();
    stop();
    expect(asked).toEqual([BEN, BEN, BEN, BEN]);
    expect(faults).toEqual([new Error('no statistics')]);
    expect(heard).toEqual([80_000, 80_000]);
  });
});
