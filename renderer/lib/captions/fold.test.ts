import { expect, test } from 'vitest';
import type { Snapshot } from '#shared/ipc.ts';
import type { Turn } from '#shared/turn.ts';
import { fold, nothingKnown } from './fold.ts';

const final = (id: number, text: string): Turn => ({ id, text, isFinal: true });
const partial = (id: number, text: string): Turn => ({ id, text, isFinal: false });
const idle: Snapshot = { ...nothingKnown, seq: 1 };

test('a partial is replaced as a whole and the finals keep their identity', () => {
  const hello = final(1, 'Hello.');
  const before = { ...idle, turns: [hello, partial(2, 'How')] };
  const after = fold(before, { seq: 2, turns: [partial(2, 'How are you')] });
  expect(after).toEqual({ ...idle, seq: 2, turns: [hello, partial(2, 'How are you')] });
  expect(after.turns[0]).toBe(hello);
});

test('turns stand in order of speech, however they arrive', () => {
  const after = fold({ ...idle, turns: [final(4, 'b')] }, { seq: 2, turns: [final(3, 'a')] });
  expect(after.turns.map(({ id }) => id)).toEqual([3, 4]);
});

test('what a patch does not mention stays', () => {
  const problem = { code: 'store-full', params: {} } as const;
  const status = { phase: 'listening', connected: false } as const;
  const known = { ...idle, status, problem };
  expect(fold(known, { seq: 2, turns: [] })).toEqual({ ...known, seq: 2 });
  expect(fold(known, { seq: 2, turns: [], problem: null }).problem).toBeNull();
  expect(fold(known, { seq: 2, turns: [], status: { phase: 'finishing' } }).status.phase).toBe(
    'finishing',
  );
});

test('hours of turns do not pile up', () => {
  let snapshot = idle;
  for (let id = 0; id < 2000; id++) {
    snapshot = fold(snapshot, { seq: id + 2, turns: [final(id, 'A turn of some length.')] });
  }
  expect(snapshot.turns.length).toBeLessThan(100);
  expect(snapshot.turns.at(-1)?.id).toBe(1999);
});
