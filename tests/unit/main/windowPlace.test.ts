import { describe, expect, test } from 'vitest';

import { cornerPlace, placeWindow } from '#main/electron/windowPlace.ts';

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 };
const RIGHT = { x: 1920, y: 0, width: 1280, height: 1024 };
const at = (x: number, y: number, width = 1000, height = 700) => ({ x, y, width, height, maximized: false });

describe('a window comes back', () => {
  test('where it was, also on a second screen', () => {
    expect(placeWindow(at(100, 50), [SCREEN])).toEqual({ x: 100, y: 50, width: 1000, height: 700 });
    expect(placeWindow(at(2000, 50), [SCREEN, RIGHT])).not.toBeNull();
  });

  test('onto the nearest screen where its own is gone, or too little of it would show', () => {
    expect(placeWindow(at(2000, 50), [SCREEN])).toEqual({ x: 920, y: 50, width: 1000, height: 700 });
    expect(placeWindow(at(1850, 50), [SCREEN])).toEqual({ x: 920, y: 50, width: 1000, height: 700 });
    expect(placeWindow(at(100, 1050), [SCREEN])).toEqual({ x: 100, y: 380, width: 1000, height: 700 });
    expect(placeWindow(at(100, -30), [SCREEN])).toEqual({ x: 100, y: 0, width: 1000, height: 700 });
    expect(placeWindow(at(5000, 100), [SCREEN, RIGHT])).toEqual({ x: 2200, y: 100, width: 1000, height: 700 });
    expect(placeWindow(at(-4000, 100), [SCREEN, RIGHT])).toEqual({ x: 0, y: 100, width: 1000, height: 700 });
  });

  test('no larger than the screen that is left', () => {
    const small = { x: 0, y: 24, width: 800, height: 600 };
    expect(placeWindow(at(3000, 900, 2500, 1400), [small])).toEqual(small);
  });

  test('in its usual place where it never was anywhere, or was none', () => {
    expect(placeWindow(null, [SCREEN])).toBeNull();
    expect(placeWindow(at(100, 100, 10, 10), [SCREEN])).toBeNull();
    expect(placeWindow(at(100, 100), [])).toBeNull();
  });
});

test('the small window begins in the lower right of its screen', () => {
  expect(cornerPlace({ width: 300, height: 200 }, RIGHT)).toEqual({ x: 2876, y: 800, width: 300, height: 200 });
});
