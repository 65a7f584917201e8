import { describe, expect, test } from 'vitest';
import { emptyTimeline, extendTimeline } from '../timeline/timeline.ts';
import { noVoice } from '../voice/voice.ts';
import type { TurnMessage } from '../assemblyai/server-message.ts';
import { hearTurn } from './hear-turn.ts';
import {
  beginSessionTurns,
  forceSent,
  nothingSpoken,
  wasForced,
  withdrawPartials,
  type Spoken,
} from './spoken.ts';

/** A minute of sound from sample 0 on, so that a millisecond is 16 samples. */
const timeline = extendTimeline(emptyTimeline, {
  startSample: 0,
  endSample: 960_000,
  padToSample: 960_000,
});
const voicedTo = 8_000;
const heardBy = { voicedTo, voice: noVoice };

/** A turn whose words last 300 ms each, the first from `fromMs` on. */
const turn = (
  transcript: string,
  { order = 0, isFinal = true, fromMs = 0, spoken = transcript } = {},
): TurnMessage => ({
  type: 'Turn',
  turn_order: order,
  end_of_turn: isFinal,
  transcript,
  words: spoken
    .split(' ')
    .filter(Boolean)
    .map((text, index) => ({
      text,
      start: fromMs + index * 300,
      end: fromMs + (index + 1) * 300,
    })),
});

const hear = (spoken: Spoken, ...messages: TurnMessage[]): Spoken =>
  messages.reduce((known, message) => hearTurn(known, message, timeline, heardBy)[0], spoken);
const turnOf = (spoken: Spoken, message: TurnMessage) =>
  hearTurn(spoken, message, timeline, heardBy)[1];

const nothing = nothingSpoken(100);

test('a turn does not begin before the word that precedes it, however early it is reported', () => {
  const first = hear(nothing, turn('One two', { fromMs: 3_000 }));
  const early = { ...turn('three'), words: [{ text: 'three', start: 2_900, end: 4_600 }] };
  const again = beginSessionTurns(first, []);
  expect(turnOf(again, early)).toMatchObject({ startSample: 3_300 * 16, endSample: 4_600 * 16 });
});

test('a final without words answers only a ForceEndpoint at which its turn was open', () => {
  const empty = turn('', { order: 1 });
  const endpoint = { sample: 480_000, isInBacklog: false };
  const asked = forceSent(hear(nothing, turn('One', { fromMs: 1_000 })), endpoint);
  expect(hear(asked, empty).forcedEndpoints).toEqual(asked.forcedEndpoints);
  const partial = hear(nothing, turn('Two', { order: 1, isFinal: false }));
  const open = forceSent(partial, endpoint);
  expect(hear(open, empty).forcedEndpoints).toMatchObject([{ hasFinal: true }]);
});

test('a turn has the samples of its words', () => {
  expect(turnOf(nothing, turn(' Hold a key. ', { fromMs: 100, spoken: 'hold a key' }))).toEqual({
    id: 100,
    text: 'Hold a key.',
    isFinal: true,
    language: null,
    startSample: 1_600,
    endSample: 16_000,
    heardIn: { startSample: 0, endSample: 960_000 },
    words: [
      { text: 'Hold', startSample: 1_600, endSample: 6_400 },
      { text: 'a', startSample: 6_400, endSample: 11_200 },
      { text: 'key.', startSample: 11_200, endSample: 16_000 },
    ],
  });
});

describe('without usable word times', () => {
  const words = ['Hold', 'a', 'key.'];
  const timed = (at: (index: number) => { start: number; end: number }): TurnMessage => ({
    ...turn('Hold a key.', { order: 1 }),
    words: words.map((text, index) => ({ text, ...at(index) })),
  });

  test.each<[string, TurnMessage]>([
    ['no words', { ...turn('Hold a key.', { order: 1 }), words: [] }],
    ['all at zero', timed(() => ({ start: 0, end: 0 }))],
    ['begin and end the wrong way round', timed((i) => ({ start: 3_000 + i, end: 2_000 + i }))],
    ['before the turn before', timed((i) => ({ start: i, end: i + 1 }))],
    [
      'each long before the one before it',
      timed((i) => ({ start: 9_000 - i * 3e3, end: 9_500 - i * 3e3 })),
    ],
  ])('%s, the words were said anywhere after those before', (_what, message) => {
    const before = hear(nothing, turn('Well.', { fromMs: 3_000 }));
    const heard = turnOf(before, message);
    expect(heard?.text).toBe('Hold a key.');
    expect(heard?.words.map(({ text }) => text)).toEqual(words);
    for (const word of heard?.words ?? [])
      expect(word).toMatchObject({ startSample: 3_000 * 16, endSample: 960_000, isUntimed: true });
    expect(heard).toMatchObject({ startSample: 3_300 * 16, endSample: 3_300 * 16 });
  });
});

test('a final never changes', () => {
  const spoken = hear(nothing, turn('Done.'));
  expect(hearTurn(spoken, turn('Undone.'), timeline, heardBy)).toEqual([spoken, null]);
});

test('a partial keeps its id when it becomes final, and the next turn has another', () => {
  const open = hear(nothing, turn('hold', { isFinal: false }));
  expect(open.open).toMatchObject([{ id: 100, text: 'hold', isFinal: false }]);
  const spoken = hear(open, turn('hold a', { isFinal: false }), turn('Hold a key.'));
  expect(spoken.open).toEqual([]);
  expect(turnOf(open, turn('Hold a key.'))).toMatchObject({ id: 100, isFinal: true });
  expect(turnOf(spoken, turn('Speak.', { order: 1, fromMs: 2_000 }))).toMatchObject({ id: 101 });
});

test('a turn without words is ignored', () => {
  const [spoken, shown] = hearTurn(nothing, turn(''), timeline, heardBy);
  expect(shown).toBeNull();
  expect(spoken).toEqual(nothing);
});

test('a partial without words in the end is withdrawn', () => {
  const spoken = hear(nothing, turn('uh', { isFinal: false }));
  expect(turnOf(spoken, turn(''))).toEqual({
    id: 100,
    text: '',
    isFinal: true,
    language: null,
    startSample: voicedTo,
    endSample: voicedTo,
    heardIn: { startSample: 0, endSample: 960_000 },
    words: [],
  });
  expect(hear(spoken, turn('')).open).toEqual([]);
});

test('a final of one turn leaves the partial of the next open', () => {
  const spoken = hear(
    nothing,
    turn('one', { isFinal: false }),
    turn('two', { order: 1, isFinal: false, fromMs: 1_000 }),
    turn('One.'),
  );
  expect(spoken.open).toMatchObject([{ id: 101, text: 'two' }]);
});

test('the newest final word comes from the newest final', () => {
  const late = turn('Late.', { order: 1, fromMs: 3_000 });
  expect(hear(nothing, turn('Early.'), late).newest?.text).toBe('Late.');
  expect(hear(nothing, turn('early', { isFinal: false })).newest).toBeNull();
});

describe('a session that recognises final words again', () => {
  const before = hear(nothing, turn('Hold a key', { spoken: 'Hold a key' }));
  const again = beginSessionTurns(before, before.anchor.words);

  test('emits only the new words', () => {
    expect(before.anchor.words.map(({ text }) => text)).toEqual(['Hold', 'a', 'key']);
    expect(turnOf(again, turn('Hold a key and speak.'))).toMatchObject({
      id: 101,
      text: 'and speak.',
      startSample: 900 * 16,
      endSample: 1_500 * 16,
    });
  });

  test('spells them as the transcript does, if that has as many words', () => {
    const message = turn('Hold a  key, now.', { spoken: 'hold a key now' });
    expect(turnOf(again, message)).toMatchObject({ text: 'now.' });
    const otherwise = turn('Hold a key: 20 %.', { spoken: 'hold a key twenty' });
    expect(turnOf(again, otherwise)).toMatchObject({ text: 'twenty' });
  });

  test('emits no turn without new words', () => {
    expect(turnOf(again, turn('Hold a key'))).toBeNull();
  });

  test('keeps the known words if the repetition comes in two turns', () => {
    const spoken = hear(again, turn('Hold', { order: 0 }));
    expect(spoken.overlap.map(({ text }) => text)).toEqual(['a', 'key']);
    expect(turnOf(spoken, turn('a key now', { order: 1, fromMs: 300 }))).toMatchObject({
      text: 'now',
    });
  });

  test('expects no more repetition after the first new word', () => {
    const spoken = hear(again, turn('Hold a key now'));
    expect(spoken.overlap).toEqual([]);
    expect(spoken.anchor.words.map(({ text }) => text)).toEqual(['Hold', 'a', 'key', 'now']);
  });
});

describe('a partial of a session that was lost', () => {
  const broken = beginSessionTurns(hear(nothing, turn('hold a', { isFinal: false })), []);

  test('is replaced by the first turn of the next', () => {
    expect(turnOf(broken, turn('Hold a key.'))).toMatchObject({ id: 100, text: 'Hold a key.' });
    expect(hear(broken, turn('Hold a key.')).open).toEqual([]);
  });

  test('is replaced once: the second turn is a new one', () => {
    const spoken = hear(broken, turn('hold a', { isFinal: false }));
    expect(turnOf(spoken, turn('Speak.', { order: 1, fromMs: 2_000 }))).toMatchObject({ id: 101 });
  });
});

test('a session of hours keeps only the turns that can still change', () => {
  const finals = Array.from({ length: 200 }, (_, order) => turn(`turn ${order}`, { order }));
  const spoken = hear(nothing, ...finals);
  expect(spoken.byOrder.size).toBeLessThanOrEqual(50);
  expect(turnOf(spoken, turn('once more', { order: 3 }))).toBeNull();
  expect(turnOf(spoken, turn('the next', { order: 200 }))?.text).toBe('the next');
});

test('partials after an end are withdrawn, and those before it stay', () => {
  const spoken = hear(
    nothing,
    turn('one', { isFinal: false }),
    turn('two', { order: 1, isFinal: false, fromMs: 1_000 }),
  );
  const [after, turns] = withdrawPartials(spoken, 300 * 16);
  expect(turns).toEqual([
    {
      ...{ id: 101, text: '', isFinal: true, language: null, words: [] },
      ...{ startSample: 16_000, endSample: 20_800 },
      heardIn: { startSample: 0, endSample: 960_000 },
    },
  ]);
  expect(after.open.map(({ id }) => id)).toEqual([100]);
});

test('a final within a second of a ForceEndpoint may end in the middle of speech', () => {
  const final = hear(nothing, turn('Hold.'));
  const forced = (ms: number | null) => ({ ...final, forcedAt: ms === null ? null : ms * 16 });
  expect(wasForced(forced(null))).toBe(false);
  expect(wasForced(forced(1_300))).toBe(true);
  expect(wasForced(forced(0))).toBe(true);
  expect(wasForced(forced(1_301))).toBe(false);
  expect(wasForced({ ...nothing, forcedAt: 0 })).toBe(false);
});

test('of speech without a pause, the newest five hundred words saved', () => {
  const long = turn(Array.from({ length: 501 }, (_, index) => `w${index}`).join(' '));
  const { words } = hear(nothing, long).anchor;
  expect(words).toHaveLength(500);
  expect(words[0]?.text).toBe('w1');
});

test('a turn ended in a pause only if the voice paused where its last word can have ended', () => {
  const ended = (stretches: [fromMs: number, toMs: number][]) => {
    const voice = {
      ...noVoice,
      stretches: stretches.map(([from, to]) => ({ startSample: from * 16, endSample: to * 16 })),
    };
    const [spoken] = hearTurn(nothing, turn('Hold a key'), timeline, { voicedTo, voice });
    return spoken.anchor.words.map(({ turnEnd }) => turnEnd);
  };
  expect(
    ended([
      [0, 800],
      [2_000, 3_000],
    ]),
  ).toEqual([undefined, undefined, 'pause']);
  expect(ended([[0, 800]])).toEqual([undefined, undefined, 'pause']);
  expect(ended([[0, 3_000]])).toEqual([undefined, undefined, 'cut']);
});
