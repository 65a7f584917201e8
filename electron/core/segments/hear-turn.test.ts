import { describe, expect, test } from 'vitest';
import { emptyTimeline, extendTimeline } from '../timeline/timeline.ts';
import { tuning } from '../tuning.ts';
import type { TurnMessage } from '../assemblyai/server-message.ts';
import type { Voice } from '../voice/voice.ts';
import { hearTurn } from './hear-turn.ts';
import { beginSessionTurns, nothingSpoken, type Spoken } from './spoken.ts';
import { at, voiceIn } from './voice.fixture.ts';

/** Sound from sample 0 on, all of it sent. */
const sentTo = (ms: number) =>
  extendTimeline(emptyTimeline, { startSample: 0, endSample: at(ms), padToSample: at(ms) });

/** A turn whose words last as long as each other between two times. */
const turn = (
  transcript: string,
  { order = 0, isFinal = true, fromMs = 0, toMs = 900, spoken = transcript } = {},
): TurnMessage => {
  const texts = spoken.split(' ');
  const eachMs = (toMs - fromMs) / texts.length;
  return {
    ...{ type: 'Turn', turn_order: order, end_of_turn: isFinal, transcript },
    words: texts.map((text, index) => ({
      ...{ text, start: fromMs + index * eachMs, end: fromMs + (index + 1) * eachMs },
    })),
  };
};

interface Heard {
  voice?: Voice;
  sentMs?: number;
}

const hearOne = (
  spoken: Spoken,
  message: TurnMessage,
  { voice = voiceIn(), sentMs = 200_000 }: Heard = {},
) => hearTurn(spoken, message, sentTo(sentMs), { voicedTo: 0, voice });
const hear = (spoken: Spoken, ...messages: TurnMessage[]): Spoken =>
  messages.reduce((known, message) => hearOne(known, message)[0], spoken);
const turnOf = (spoken: Spoken, message: TurnMessage) => hearOne(spoken, message)[1];

const nothing = nothingSpoken(100);

test('a turn has the text of its transcript, even if that has other words', () => {
  const message = turn('Hold a key: 20 %.', { spoken: 'hold a key twenty' });
  expect(turnOf(nothing, message)?.text).toBe('Hold a key: 20 %.');
});

describe('whether a turn may have been cut', () => {
  const endOf = (message: TurnMessage, heard: Heard) =>
    hearOne(nothing, message, heard)[0].anchor.words.at(-1)?.turnEnd;
  const saidTo = (toMs: number, nextMs = 5_000): Heard => ({
    voice: voiceIn([0, toMs], [nextMs, 6_000]),
  });
  /** The last word was said between 600 and 900 ms. */
  const message = turn('hold a key');

  test.each([
    ['cut', 539],
    ['pause', 540],
    ['pause', 960],
    ['cut', 961],
  ])('it ended in a pause if its last word can have ended with the voice: %s', (end, toMs) => {
    expect(endOf(message, saidTo(toMs))).toBe(end);
  });

  test.each([
    ['cut', 1_199],
    ['pause', 1_200],
  ])('it ended in a pause if the voice was silent long enough: %s', (end, ms) => {
    expect(endOf(message, saidTo(900, ms))).toBe(end);
    expect(endOf(message, { voice: voiceIn([0, 900]), sentMs: ms })).toBe(end);
  });

  test.each([
    ['pause', tuning.cappedTurnMs - 3],
    ['cut', tuning.cappedTurnMs],
  ])('it was cut if it is as long as the service lets a turn be: %s', (end, lengthMs) => {
    const [fromMs, toMs] = [3_000, 3_000 + lengthMs];
    const long = turn('so this is long', { fromMs, toMs });
    expect(endOf(long, { voice: voiceIn([fromMs, toMs]) })).toBe(end);
  });
});

describe('of the turns of a session', () => {
  const finals = (from: number, to: number): TurnMessage[] =>
    Array.from({ length: to - from }, (_, index) =>
      turn(`turn ${from + index}`, { order: from + index }),
    );

  test('none that is final changes, however many came after it', () => {
    const spoken = hear(nothing, ...finals(0, 60));
    for (const order of [0, 8, 9, 10, 58, 59])
      expect(turnOf(spoken, turn('once more', { order }))).toBeNull();
  });

  test('an open one becomes final, however many came after it', () => {
    const spoken = hear(nothing, turn('hold', { isFinal: false }), ...finals(1, 60));
    expect(turnOf(spoken, turn('Hold.'))).toMatchObject({ id: 100, text: 'Hold.', isFinal: true });
  });

  test('the newest fifty are kept', () => {
    expect(hear(nothing, ...finals(0, 50)).byOrder.size).toBe(50);
    expect(hear(nothing, ...finals(0, 51)).byOrder.size).toBe(50);
  });
});

test('each partial of a session that was lost is replaced by a turn of the next, in order', () => {
  const open = hear(
    nothing,
    turn('hold', { isFinal: false }),
    turn('speak', { order: 1, isFinal: false, fromMs: 2_000, toMs: 2_500 }),
  );
  const again = hear(beginSessionTurns(open, []), turn('Hold.'));
  const second = turn('Speak.', { order: 1, fromMs: 2_000, toMs: 2_500 });
  expect(turnOf(again, second)).toMatchObject({ id: 101 });
});

describe('a session whose sound begins within the known words', () => {
  const before = hear(
    nothing,
    turn('one two', { toMs: 600 }),
    turn('three four', { order: 1, fromMs: 600, toMs: 1_200 }),
  );
  const again = beginSessionTurns(before, before.anchor.words, true);

  test('loses no new words', () => {
    expect(turnOf(again, turn('five six'))?.text).toBe('five six');
  });

  test('lacks only the head of them: after its first final, all others come', () => {
    const spoken = hear(again, turn('two', { toMs: 600 }));
    expect(spoken.overlap.map(({ text }) => text)).toEqual(['three', 'four']);
    expect(spoken.mayLackHead).toBe(false);
  });
});

test('a partial that may go on with known words repeats them, although its end is within them', () => {
  const known = hear(nothing, turn('yes no other')).anchor.words;
  const again = beginSessionTurns(nothing, known);
  expect(turnOf(again, turn('yes no', { isFinal: false, toMs: 600 }))).toBeNull();
});

test('the repetition of words that are forgotten since is no fault', () => {
  const known = hear(nothing, turn('Hold a key')).anchor.words;
  const again = beginSessionTurns(nothing, known);
  const [spoken, shown] = hearOne(again, turn('Hold a key'), { voice: voiceIn([0, 900]) });
  expect(shown).toBeNull();
  expect(spoken.newest).toBeNull();
});

test('turns of the same sound count together in the session, and a later turn counts alone', () => {
  const texts = ({ sessionWords }: Spoken) => sessionWords.map(({ text }) => text);
  const one = turn('One', { fromMs: 3_000, toMs: 3_300 });
  const two = turn('two', { order: 1, fromMs: 2_000, toMs: 3_301 });
  const both = hear(nothing, one, two);
  expect(texts(both)).toEqual(['One', 'two']);
  expect(both.sessionTurns).toBe(2);
  const later = hear(both, turn('three', { order: 2, fromMs: 6_000, toMs: 6_300 }));
  expect(texts(later)).toEqual(['three']);
  expect(later.sessionTurns).toBe(1);
});
