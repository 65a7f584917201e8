import { describe, expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import { noVoice, type Voice } from '../voice/voice.ts';
import type { Segment } from './segment.ts';
import { anchorAfterFinal, forgetWhenQuiet } from './settled-speech.ts';
import type { Spoken, SpokenTurn } from './spoken.ts';
import type { SpokenWord } from './spoken-word.ts';
import { beginSegment, stepSegment } from './step.ts';
import { at, stretch, voiceIn } from './voice.fixture.ts';

const aroundOf = (voice: Voice) => ({
  ...{ voice, maxAttempts: 1, warmMs: 0, isLiveElsewhere: false },
});
const word = (text: string, fromMs: number, toMs: number): SpokenWord => ({
  ...{ text, ...stretch(fromMs, toMs) },
});
const partial = (id: number): SpokenTurn => ({
  ...{ id, text: 'uh', isFinal: false, words: [], language: null },
  ...{ ...stretch(4_000, 4_300), heardIn: stretch(0, 4_300) },
});

describe('a long silence after the last final word', () => {
  const [connecting] = beginSegment(0, 0);
  const [open] = stepSegment(
    connecting,
    {
      type: 'session',
      event: { type: 'message', message: { type: 'Begin', id: 'one', expires_at: 0 } },
    },
    aroundOf(noVoice),
  );
  const voice = voiceIn([1_000, 2_000]);
  const words = [word('one', 1_000, 2_100)];
  /** A segment in silence up to this time. */
  const quietTo = (ms: number, spoken: Partial<Spoken> = {}, from = open): Segment => ({
    ...from,
    heardTo: at(ms),
    spoken: {
      ...from.spoken,
      newest: words[0] ?? null,
      anchor: { pauseFrom: null, words },
      ...spoken,
    },
  });
  const longMs = 2_000 + tuning.quietMs;
  const forget = (segment: Segment, of = voice) => forgetWhenQuiet(segment, aroundOf(of));

  test('makes the known words forgotten: the next session begins in it', () => {
    const segment = quietTo(longMs);
    expect(forget(segment)).toEqual({
      ...segment,
      spoken: { ...segment.spoken, newest: null, anchor: { pauseFrom: at(2_000), words: [] } },
    });
  });

  test('lasts since the beginning if the voice is too soft to be found', () => {
    const { anchor } = forget(quietTo(tuning.quietMs), noVoice).spoken;
    expect(anchor).toEqual({ pauseFrom: 0, words: [] });
  });

  test.each<[string, Segment]>([
    ['it is a little shorter', quietTo(longMs - 1)],
    [
      'the service recognised sound that had waited until later',
      { ...quietTo(longMs), caughtUpAt: at(2_001) },
    ],
    ['a partial has no final', quietTo(longMs, { open: [partial(0)] })],
    ['the session is not open', quietTo(longMs, {}, connecting)],
    ['no final has arrived', quietTo(longMs, { newest: null })],
  ])('forgets nothing if %s', (_why, segment) => {
    expect(forget(segment)).toBe(segment);
  });

  test('begins when the service has recognised sound that had waited', () => {
    const late = { ...quietTo(longMs + 3_000), caughtUpAt: at(5_000) };
    expect(forget(late).spoken.newest).toBeNull();
  });
});

describe('after a final, another session begins in the newest pause', () => {
  const voice = voiceIn([500, 1_000], [3_000, 3_500]);
  const words = [word('one', 800, 1_240), word('two', 3_300, 3_740)];
  const [segment] = beginSegment(0, 0);
  const spokenWith = (...open: SpokenTurn[]): Spoken => ({
    ...{ ...segment.spoken, open, nextTurnId: 3 },
    ...{ newest: words[1] ?? null, anchor: { pauseFrom: null, words } },
  });
  const anchorOf = (spoken: Spoken) =>
    anchorAfterFinal(spoken, { ...segment, heardTo: at(5_000) }, aroundOf(voice)).anchor;
  const moved = { pauseFrom: at(1_000), words: words.slice(1) };

  test('if all turns are final', () => {
    expect(anchorOf(spokenWith())).toEqual(moved);
  });

  test('if only the newest turn has no final', () => {
    expect(anchorOf(spokenWith(partial(2)))).toEqual(moved);
  });

  test('unless an earlier turn has no final', () => {
    const earlier = spokenWith(partial(1));
    expect(anchorOf(earlier)).toBe(earlier.anchor);
    const both = spokenWith(partial(1), partial(2));
    expect(anchorOf(both)).toBe(both.anchor);
  });
});
