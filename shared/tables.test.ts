import { expect, test } from 'vitest';
import { columnOf, keysOf, tableOf } from './tables.ts';

const fruits = { apple: { grams: 150, colour: 'red' }, plum: { grams: 60, colour: 'blue' } };

test('the keys of a table are in its order', () => {
  const keys: ('apple' | 'plum')[] = keysOf(fruits);
  expect(keys).toEqual(['apple', 'plum']);
});

test('a table has the keys and values of its entries', () => {
  const weights: Record<'apple' | 'plum', number> = tableOf(
    keysOf(fruits).map((name) => [name, fruits[name].grams]),
  );
  expect(weights).toEqual({ apple: 150, plum: 60 });
});

test('a column has one property of each entry', () => {
  const colours: { apple: string; plum: string } = columnOf(fruits, 'colour');
  expect(colours).toEqual({ apple: 'red', plum: 'blue' });
});
