import { expect, test } from 'vitest';
import type { Stretch, Voice } from '../../voice/voice.ts';
import type { Passage } from './passage.ts';
import { coversAll, unfinalOf } from './prospects.ts';
import type { Spoken, SpokenTurn } from './spoken.ts';
import { beginPassage } from './step.ts';

const samples = (ms: number): number => ms * 16;
const stretch = (fromMs: number, toMs: number): Stretch => ({
  startSample: samples(fromMs),
  endSample: samples(toMs),
});
const around = (...stretches: [number, number][]) => {
  const voice: Voice = {
    noiseLevel: 0.001,
    stretches: stretches.map(([fromMs, toMs]) => stretch(fromMs, toMs)),
  };
  return { voice, maxAttempts: 1, warmMs: 0 };
};

/** A passage from a second on that was heard for nine. */
const passage = (spoken: Partial<Spoken> = {}): Passage => {
  const [begun] = beginPassage(0, samples(1_000));
  return { ...begun, heardTo: samples(10_000), spoken: { ...begun.spoken, ...spoken } };
};
const partial: SpokenTurn = {
  ...{ id: 0, text: 'uh', isFinal: false, language: null },
  ...stretch(2_000, 2_300),
};
const withinMs = 500;

test('silence owes no word, and without a final any voice may be one', () => {
  expect(coversAll(passage(), around(), withinMs)).toBe(true);
  expect(coversAll(passage(), around([100, 900]), withinMs)).toBe(true);
  expect(coversAll(passage(), around([1_100, 1_120]), withinMs)).toBe(false);
});

test('behind a final, so little voice as the key makes is no word', () => {
  const said = passage({ finalTo: samples(3_000) });
  expect(coversAll(said, around([2_000, 3_500]), withinMs)).toBe(true);
  expect(coversAll(said, around([2_000, 3_520]), withinMs)).toBe(false);
});

test('a final of what was said before the passage went on covers nothing of it', () => {
  for (const finalMs of [900, 1_000]) {
    const goneOn = passage({ finalTo: samples(finalMs) });
    expect(coversAll(goneOn, around([1_100, 1_120]), withinMs)).toBe(false);
  }
});

test('a partial owes its final, however far the finals reach', () => {
  const open = passage({ finalTo: samples(3_000), open: [partial] });
  expect(coversAll(open, around([2_000, 3_000]), withinMs)).toBe(false);
});

test('what has no text reaches from where a session would begin to the end of what was heard', () => {
  expect(unfinalOf(passage(), around([5_000, 6_000]))).toEqual(stretch(4_000, 10_000));
  expect(unfinalOf(passage(), around([1_200, 1_900]))).toEqual(stretch(1_000, 10_000));
});
