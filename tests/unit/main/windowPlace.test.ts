import { describe, expect, test } from 'vitest';

import { placeWindow } from '#main/electron/windowPlace.ts';

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 };
const RIGHT = { x: 1920, y: 0, width: 1280, height: 1024 };
const at = (x: number, y: number, width = 1000, height = 700) => ({ x, y, width, height, maximized: false });

describe('a window comes back', () => {
  test('where it was, also on a second screen', () => {
    expect(placeWindow(at(100, 50), [SCREEN])).toEqual({ x: 100, y: 50, width: 1000, height: 700 });
    expect(placeWindow(at(2000, 50), [SCREEN, RIGHT])).not.toBeNull();
  });

  test('in its usual place where its screen is gone, or too little of it would show', () => {
    expect(placeWindow(null, [SCREEN])).toBeNull();
    expect(placeWindow(at(2000, 50), [SCREEN])).toBeNull();
    expect(placeWindow(at(1850, 50), [SCREEN])).toBeNull();
    expect(placeWindow(at(100, 1050), [SCREEN])).toBeNull();
    expect(placeWindow(at(100, -30), [SCREEN])).toBeNull();
    expect(placeWindow(at(100, 100, 10, 10), [SCREEN])).toBeNull();
    expect(placeWindow(at(100, 100), [])).toBeNull();
  });
});
