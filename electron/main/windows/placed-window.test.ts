import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mainTuning } from '../time/tuning.ts';
import { PlacedWindow } from './placed-window.ts';
import type { Point } from './placement.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const middle = { x: 900, y: 400 };

function open(displays = 2) {
  const shown: (Point | null)[] = [];
  const moved: Point[] = [];
  const window = {
    isVisible: false,
    paints: true,
    show: (near: Point | null) => {
      window.isVisible = window.paints;
      shown.push(near);
    },
    moveNear: (near: Point) => void moved.push(near),
    hide: () => void (window.isVisible = false),
  };
  return { appearance: new PlacedWindow(window, () => displays > 1), shown, moved, window };
}

/** Shows a window whose place is not known in time. */
async function showUnplaced(appearance: PlacedWindow): Promise<PromiseWithResolvers<Point>> {
  const answer = Promise.withResolvers<Point>();
  appearance.placeNear(answer.promise);
  appearance.show();
  await passes(mainTuning.focusedDisplayMs);
  return answer;
}

const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('a window appears near the point that is known, once', async () => {
  const { appearance, shown } = open();
  appearance.placeNear(Promise.resolve(middle));
  appearance.show();
  appearance.show();
  await passes(0);
  expect(shown).toEqual([middle]);
});

test('a late answer does not delay the window, and moves it', async () => {
  const { appearance, shown, moved } = open();
  const answer = await showUnplaced(appearance);
  expect(shown).toEqual([null]);
  answer.resolve(middle);
  await passes(1_000);
  appearance.show();
  expect(shown).toEqual([null]);
  expect(moved).toEqual([middle]);
});

test('a late answer moves a window whose page has not painted yet', async () => {
  const { appearance, window, moved } = open();
  window.paints = false;
  const answer = await showUnplaced(appearance);
  appearance.show();
  answer.resolve(middle);
  await passes(0);
  expect(moved).toEqual([middle]);
});

test('an answer that comes after its appearance moves no other one', async () => {
  const { appearance, shown, moved } = open();
  const answer = await showUnplaced(appearance);
  appearance.hide();
  appearance.show();
  answer.resolve(middle);
  await passes(1_000);
  expect(shown).toEqual([null, null]);
  expect(moved).toEqual([]);
});

test('on the only display a window appears at once', () => {
  const { appearance, shown } = open(1);
  appearance.placeNear(Promise.resolve(middle));
  appearance.show();
  expect(shown).toEqual([null]);
});

test('a window that is hidden while it waits does not appear', async () => {
  const { appearance, shown } = open();
  appearance.placeNear(Promise.resolve(middle));
  appearance.show();
  appearance.hide();
  await passes(1_000);
  expect(shown).toEqual([]);
});

test('a point is for one appearance', async () => {
  const { appearance, shown } = open();
  appearance.placeNear(Promise.resolve(middle));
  appearance.show();
  await passes(0);
  appearance.hide();
  appearance.show();
  expect(shown).toEqual([middle, null]);
});

test('a visible window moves to the next point, which is not for its next appearance', async () => {
  const { appearance, shown, moved } = open();
  appearance.show();
  appearance.placeNear(Promise.resolve(middle));
  await passes(0);
  expect(moved).toEqual([middle]);
  appearance.hide();
  appearance.show();
  expect(shown).toEqual([null, null]);
});

test('a window that is hidden before the answer appears near the point', async () => {
  const { appearance, shown, moved } = open();
  const answer = Promise.withResolvers<Point>();
  appearance.show();
  appearance.placeNear(answer.promise);
  appearance.hide();
  appearance.show();
  answer.resolve(middle);
  await passes(0);
  expect(shown).toEqual([null, middle]);
  expect(moved).toEqual([]);
});

test('a window that waits for its place takes the newer point', async () => {
  const { appearance, shown, moved } = open();
  const other = { x: 100, y: 400 };
  const answer = Promise.withResolvers<Point>();
  appearance.placeNear(answer.promise);
  appearance.show();
  appearance.placeNear(Promise.resolve(other));
  await passes(0);
  answer.resolve(middle);
  await passes(0);
  expect(shown).toEqual([other]);
  expect(moved).toEqual([]);
});
