import { expect, test } from 'vitest';
import { millisecondsOf } from '../audio-format.ts';
import { calm, lost } from './conditions.fixture.ts';
import type { Gesture } from './hand.fixture.ts';
import type { Utterance } from './life.fixture.ts';
import type { Fault } from './line.fixture.ts';
import { vocabulary, wordsIn, type ScriptedWord } from './speech.fixture.ts';
import { dictate } from './world.fixture.ts';

/*
 * A day of work in virtual time: 40 dictations over eight hours, two hours of captions in the middle of it,
 * two sleeps, and a network that fails now and then.
 */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const captionsMs = 2 * hourMs;
/** Eight hours without captions and speech: what 40 dictations are apart from each other. */
const betweenMs = (8 * hourMs - captionsMs) / 40;

const held: Gesture = {
  ...{ how: 'hold', mode: 'auto', isDeaf: false, isCancelled: false },
  ...{ releaseReportedAfterMs: 0, stray: null },
};
const tapped: Gesture = { ...held, how: 'tap' };

const numbers = calm(7).random;
const between = (least: number, most: number): number =>
  Math.floor(least + numbers() * (most - least));

const sentence = (count: number): ScriptedWord[] =>
  Array.from({ length: count }, (_, index) => ({
    text: vocabulary[between(0, vocabulary.length)] ?? '',
    durationMs: between(120, 420),
    pauseMs: index === count - 1 ? 600 : between(20, 200),
  }));

const utterance = (one: Partial<Utterance>): Utterance => ({
  ...{ words: sentence(between(4, 30)), gesture: held, gapMs: 0, leadMs: 400, trailMs: 300 },
  ...{ togglesCaptions: false, unheard: [], ...one },
});

/** Some of them with a tap, one after a sleep over lunch, one right after the one before. */
const dictations = (count: number): Utterance[] =>
  Array.from({ length: count }, (_, index) =>
    utterance({
      gesture: index % 4 === 3 ? tapped : held,
      gapMs: index % 10 === 9 ? 300 : betweenMs,
      ...(index === 7 && { first: 'sleep', gapMs: 45 * minuteMs }),
    }),
  );

/** Speech of about a minute each, and now and then a dictation beside it. */
function captions(): Utterance[] {
  const said: Utterance[] = [];
  for (let atMs = 0; atMs < captionsMs; atMs += minuteMs) {
    const isAsleep = said.length === 60;
    said.push(
      utterance({
        ...{ words: sentence(between(110, 190)), gesture: null, gapMs: between(500, 8_000) },
        ...(isAsleep && { first: 'sleep', gapMs: 10 * minuteMs }),
      }),
    );
    if (said.length % 25 === 0) said.push(utterance({ gapMs: 2_000 }));
  }
  return said;
}

const day = (): Utterance[] => [
  ...dictations(15),
  ...captions(),
  utterance({ first: 'stop', gapMs: betweenMs }),
  ...dictations(20),
];

const faults: Fault[] = [2, 5, 17, 18, 30].map((connection) => ({
  ...{ connection, at: { frame: 40 + connection }, reportedAfterMs: 900, failure: lost },
}));

/** Ten minutes without a network in the middle of the captions, and shorter ones. */
const outages = [3.6, 4.2, 4.25, 6].map((hours, index) => ({
  fromMs: hours * hourMs,
  toMs: hours * hourMs + (index === 1 ? 3 * minuteMs : 20_000),
}));

test('after a day of work every word is there once, nothing is stuck, and little is remembered', () => {
  const said = day();
  const dictated = said.filter(({ gesture }) => gesture !== null);
  expect(dictated.length).toBeGreaterThanOrEqual(40);
  const outcome = dictate(said, false, {
    ...calm(11),
    ...{ faults, outages, warmMs: 20_000, hasPreRoll: false },
    renewalsMs: [],
  });
  expect(outcome.dictated.map(({ id, text }) => ({ id, words: wordsIn(text) }))).toEqual(
    outcome.saidIn,
  );
  expect(outcome.dictated).toHaveLength(dictated.length);
  expect(millisecondsOf(outcome.listening.capturedTo)).toBeGreaterThan(captionsMs);
  expect(outcome.connections).toBeGreaterThan(dictated.length);
  expect(outcome.words).toEqual(said.flatMap(({ words }) => words.map(({ text }) => text)));
  expect(outcome.keying).toBe('idle');
  expect(outcome.listening).toMatchObject({
    ...{ captions: { phase: 'off' }, segments: [], microphone: 'closed', finishing: [] },
    dictations: { all: [], turns: [] },
  });
  expect(JSON.stringify(outcome.listening).length).toBeLessThan(5_000);
});
