import { expect, it } from 'vitest';
import {
  noTurns,
  takeTurn,
  type TurnEvent,
  type TurnMessage,
  type TurnTiming,
} from './turn-taker.ts';

/** A word takes 200 ms, and is known when it ends. */
const wordMs = 200;

/** Speech as a line: words one after the other, and pauses as their length in milliseconds. */
function soundOf(...parts: (string | number)[]): TurnEvent[] {
  let nowMs = 0;
  return parts.flatMap((part) => {
    const startMs = nowMs;
    const durationMs = typeof part === 'number' ? part : wordMs;
    nowMs += durationMs;
    return Array.from({ length: durationMs / 10 }, (_, index): TurnEvent => {
      const endMs = startMs + (index + 1) * 10;
      const isWhole = typeof part === 'string' && endMs === nowMs;
      const words = isWhole ? [{ text: part, startMs, endMs }] : [];
      return { kind: 'sound', frame: { endMs, hasVoice: typeof part === 'string', words } };
    });
  });
}

function messagesOf(events: TurnEvent[], timing: Partial<TurnTiming> = {}): TurnMessage[] {
  let state = noTurns(timing);
  return events.flatMap((event) => {
    const step = takeTurn(state, event);
    state = step.state;
    return step.messages;
  });
}

/** Partials end in "…", so that a line shows what came when. */
const linesOf = (events: TurnEvent[], timing?: Partial<TurnTiming>): string[] =>
  messagesOf(events, timing).flatMap((message) =>
    message.type === 'Turn'
      ? [`${message.turn_order}: ${message.transcript}${message.end_of_turn ? '' : '…'}`]
      : [],
  );

const endpoint: TurnEvent = { kind: 'endpoint' };

it('says nothing while nobody speaks', () => {
  expect(messagesOf([...soundOf(5_000), endpoint])).toEqual([]);
});

it('ends a turn at the shortest silence when its text ends a sentence', () => {
  expect(linesOf(soundOf('Hello', 'there.', 90))).toEqual([]);
  expect(linesOf(soundOf('Hello', 'there.', 100))).toEqual(['0: Hello there.']);
  expect(linesOf(soundOf('Really?', 100))).toEqual(['0: Really?']);
});

it('shows a partial at the shortest silence when the text ends no sentence', () => {
  expect(linesOf(soundOf('Hello,', 900))).toEqual(['0: Hello,…']);
});

it('ends any turn at the longest silence', () => {
  expect(linesOf(soundOf('Hello,', 1_000))).toEqual(['0: Hello,…', '0: Hello,']);
});

it('shows what was said early in a turn, and every three seconds of continuous speech', () => {
  const words = Array.from({ length: 25 }, (_, index) => `w${index + 1}`);
  const lengths = linesOf(soundOf(...words)).map((line) => line.split(' ').length - 1);
  expect(lengths).toEqual([3, 18]);
});

it('counts turns from 0', () => {
  expect(linesOf(soundOf('One.', 200, 'Two.', 200))).toEqual(['0: One.', '1: Two.']);
});

it('announces speech once a turn, before its first message', () => {
  const types = messagesOf(soundOf(300, 'Hello,', 300, 'you.', 300)).map((message) =>
    message.type === 'Turn' ? message.end_of_turn : message.timestamp,
  );
  expect(types).toEqual([300, false, true]);
});

it('gives words with their times and says whether they can still change', () => {
  const turns = messagesOf(soundOf('Hello,', 300, 'you.', 300)).filter(
    (message) => message.type === 'Turn',
  );
  expect(turns[0]?.words).toEqual([
    { text: 'Hello,', start: 0, end: 200, confidence: 1, word_is_final: false },
  ]);
  expect(turns[1]?.words.at(-1)).toEqual({
    text: 'you.',
    start: 500,
    end: 700,
    confidence: 1,
    word_is_final: true,
  });
});

it('ends the open turn when it is forced to, and says nothing when none is open', () => {
  expect(linesOf([...soundOf('Hello', 'there'), endpoint, endpoint])).toEqual(['0: Hello there']);
});

it('puts what is heard after a forced end into the next turn', () => {
  const [first, second] = [soundOf('Hello'), soundOf(wordMs, 'there.', 200).slice(wordMs / 10)];
  expect(linesOf([...first, endpoint, ...second])).toEqual(['0: Hello', '1: there.']);
});

it('drops the words that are in flight where a forced end cuts, and the one that is being said', () => {
  const cut: TurnEvent = { kind: 'cut' };
  const [before, behind] = [soundOf('One', 'two', 'three'), soundOf(600, 'four', 'five.', 200)];
  expect(linesOf([...before.slice(0, 50), cut, ...before.slice(50), ...behind.slice(60)])).toEqual([
    '0: One',
    '1: four five.',
  ]);
  expect(linesOf([...soundOf('One'), cut, cut])).toEqual([]);
});

it('takes other silences from the start or later', () => {
  expect(linesOf(soundOf('Hello,', 500), { maxTurnSilenceMs: 400 })).toContain('0: Hello,');
  expect(linesOf(soundOf('Hello.', 300), { minTurnSilenceMs: 400 })).toEqual([]);
  const later: TurnEvent = { kind: 'configure', timing: { minTurnSilenceMs: 400 } };
  expect(linesOf([later, ...soundOf('Hello.', 300)])).toEqual([]);
});
