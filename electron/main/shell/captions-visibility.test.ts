import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CaptionsVisibility } from './captions-visibility.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const problem = { code: 'no-key', sentence: 'Paste your key.' };
const listening = { phase: 'listening', connected: true } as const;
const idle = { phase: 'idle' } as const;

const open = () => {
  const window = {
    isVisible: false,
    show: () => (window.isVisible = true),
    hide: () => (window.isVisible = false),
  };
  const visibility = new CaptionsVisibility(window);
  /** Whether the captions are still seen after that long. */
  const isSeenAfter = (ms: number): boolean => {
    vi.advanceTimersByTime(ms);
    return window.isVisible;
  };
  return { visibility, isSeenAfter };
};

test('captions are seen while something is heard, however long', () => {
  const { visibility, isSeenAfter } = open();
  expect(isSeenAfter(0)).toBe(false);
  visibility.status({ phase: 'starting' });
  expect(isSeenAfter(0)).toBe(true);
  visibility.status(listening);
  expect(isSeenAfter(3_600_000)).toBe(true);
});

test('they stay long enough to read the last words, then go', () => {
  const { visibility, isSeenAfter } = open();
  visibility.status(listening);
  visibility.status({ phase: 'finishing' });
  visibility.status(idle);
  expect(isSeenAfter(4_900)).toBe(true);
  expect(isSeenAfter(200)).toBe(false);
});

test('starting again keeps them', () => {
  const { visibility, isSeenAfter } = open();
  visibility.status(listening);
  visibility.status(idle);
  vi.advanceTimersByTime(4_000);
  visibility.status({ phase: 'starting' });
  expect(isSeenAfter(60_000)).toBe(true);
});

test('a problem is seen though nothing is heard, and longer than words', () => {
  const { visibility, isSeenAfter } = open();
  visibility.problem(problem);
  expect(isSeenAfter(11_900)).toBe(true);
  expect(isSeenAfter(200)).toBe(false);
});

test('a problem that ends captions stays as long as any', () => {
  const { visibility, isSeenAfter } = open();
  visibility.status(listening);
  visibility.problem(problem);
  visibility.status(idle);
  expect(isSeenAfter(11_900)).toBe(true);
  expect(isSeenAfter(200)).toBe(false);
});

test('a problem that is over keeps nothing open longer than the words', () => {
  const { visibility, isSeenAfter } = open();
  visibility.problem(problem);
  visibility.problem(null);
  visibility.status(listening);
  visibility.status(idle);
  expect(isSeenAfter(5_100)).toBe(false);
});

test('no problem at all shows nothing', () => {
  const { visibility, isSeenAfter } = open();
  visibility.problem(null);
  expect(isSeenAfter(0)).toBe(false);
});
