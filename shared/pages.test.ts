import { expect, test } from 'vitest';
import { fragmentOf, placeIn, type PanelPlace } from './pages.ts';

test.each<[string, PanelPlace]>([
  ['#home', { page: 'home' }],
  ['#history/12', { page: 'history', captionsId: 12 }],
])('%s is a place', (fragment, place) => {
  expect(placeIn(fragment)).toEqual(place);
  expect(fragmentOf(place)).toBe(fragment);
});

test.each(['', '#', '#nowhere', 'history'])('%j is no place', (fragment) => {
  expect(placeIn(fragment)).toBeNull();
});

test.each(['#history/', '#history/0', '#history/1x', '#history/-1'])(
  '%j is the page, and nothing on it',
  (fragment) => {
    expect(placeIn(fragment)).toEqual({ page: 'history' });
  },
);
