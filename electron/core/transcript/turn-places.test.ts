import { expect, test } from 'vitest';
import type { SoundSource } from '#shared/sound-source.ts';
import { TurnPlaces } from './turn-places.ts';

/** The turns in the order of their places, as `m0` or `c0`, after they were heard in this order. */
function ordered(...heard: [SoundSource, number][]): string[] {
  const places = new TurnPlaces();
  const placed = heard.map(([source, id]) => ({
    name: `${source.charAt(0)}${id}`,
    place: places.placeOf(source, id),
  }));
  return placed.toSorted((one, other) => one.place - other.place).map(({ name }) => name);
}

test('turns of two sources are in the order in which they were first heard', () => {
  expect(ordered(['microphone', 0], ['computer', 0], ['microphone', 1], ['computer', 1])).toEqual([
    ...['m0', 'c0', 'm1', 'c1'],
  ]);
});

test('a turn keeps its place', () => {
  const places = new TurnPlaces();
  const first = places.placeOf('microphone', 0);
  places.placeOf('computer', 0);
  expect(places.placeOf('microphone', 0)).toBe(first);
});

test('the words of a gap are before the later turns of their source, in any number and order', () => {
  const gap = Array.from({ length: 300 }, (_, index): [SoundSource, number] => [
    'computer',
    1_000 + index,
  ]);
  const names = gap.map(([, id]) => `c${id}`);
  expect(ordered(['computer', 0], ['computer', 5_000], ...gap)).toEqual(['c0', ...names, 'c5000']);
  expect(ordered(['computer', 9], ['computer', 5], ['computer', 7])).toEqual(['c5', 'c7', 'c9']);
});

test('a turn after all others has a greater place than any before it', () => {
  const places = new TurnPlaces();
  const heard = Array.from({ length: 5_000 }, (_, id) => places.placeOf('microphone', id));
  expect(heard).toEqual(heard.toSorted((one, other) => one - other));
  expect(places.placeOf('computer', 0)).toBeGreaterThan(heard.at(-1) ?? Infinity);
});
