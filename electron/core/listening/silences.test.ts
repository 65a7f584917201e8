import { expect, test } from 'vitest';
import { silencesFor } from './silences.ts';
import { initialListening } from './step.ts';
import type { Listening } from './listening.ts';

const idle = initialListening({ maxAttempts: 1, warmMs: 0 });
const captions: Listening = { ...idle, captions: { phase: 'on', firstTurn: 0 } };
const spoken = { id: 1, startSample: 0, isCut: false, phase: 'on' } as const;
const dictating = (listening: Listening): Listening => ({
  ...listening,
  dictations: { ...listening.dictations, all: [spoken] },
});

test('captions have their own silences, even during a dictation', () => {
  expect(silencesFor('dictation', captions)).toBe('captions');
  expect(silencesFor('dictation', dictating(captions))).toBe('captions');
});

test('a dictation has its own silences while captions are off', () => {
  expect(silencesFor('captions', dictating(idle))).toBe('dictation');
});

test('the end of captions or of a dictation changes no silences', () => {
  expect(silencesFor('captions', idle)).toBe('captions');
  expect(silencesFor('dictation', idle)).toBe('dictation');
});
