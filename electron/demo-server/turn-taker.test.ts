import { expect, it } from 'vitest';
import {
  noTurns,
  takeTurn,
  type TurnEvent,
  type TurnMessage,
  type TurnTiming,
} from './turn-taker.ts';

/** Each word is 200 ms long and is recognised at its end. */
const wordMs = 200;

/** The sound of these parts in order: words, and pauses given in milliseconds. */
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

/** One line per turn message. A partial ends in "…". */
const linesOf = (events: TurnEvent[], timing?: Partial<TurnTiming>): string[] =>
  messagesOf(events, timing).flatMap((message) =>
    message.type === 'Turn'
      ? [`${message.turn_order}: ${message.transcript}${message.end_of_turn ? '' : '…'}`]
      : [],
  );

const endpoint: TurnEvent = { kind: 'endpoint' };

it('sends nothing without speech', () => {
  expect(messagesOf([...soundOf(5_000), endpoint])).toEqual([]);
});

it('ends a turn at the shortest silence if its text ends a sentence', () => {
  expect(linesOf(soundOf('Hello', 'there.', 90))).toEqual([]);
  expect(linesOf(soundOf('Hello', 'there.', 100))).toEqual(['0: Hello there.']);
  expect(linesOf(soundOf('Really?', 100))).toEqual(['0: Really?']);
});

it('sends a partial at the shortest silence if the text does not end a sentence', () => {
  expect(linesOf(soundOf('Hello,', 900))).toEqual(['0: Hello,…']);
});

it('ends any turn at the longest silence', () => {
  expect(linesOf(soundOf('Hello,', 1_000))).toEqual(['0: Hello,…', '0: Hello,']);
});

it('sends a partial early in a turn, and every three seconds of continuous speech', () => {
  const words = Array.from({ length: 25 }, (_, index) => `w${index + 1}`);
  const lengths = linesOf(soundOf(...words)).map((line) => line.split(' ').length - 1);
  expect(lengths).toEqual([3, 18]);
});

it('counts turns from 0', () => {
  expect(linesOf(soundOf('One.', 200, 'Two.', 200))).toEqual(['0: One.', '1: Two.']);
});

it('sends SpeechStarted once per turn, before its first message', () => {
  const types = messagesOf(soundOf(300, 'Hello,', 300, 'you.', 300)).map((message) =>
    message.type === 'Turn' ? message.end_of_turn : message.timestamp,
  );
  expect(types).toEqual([300, false, true]);
});

it('sends words with their times and whether they are final', () => {
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

it('ends the open turn on ForceEndpoint, and sends nothing if none is open', () => {
  expect(linesOf([...soundOf('Hello', 'there'), endpoint, endpoint])).toEqual(['0: Hello there']);
});

it('puts words after ForceEndpoint into the next turn', () => {
  const [first, second] = [soundOf('Hello'), soundOf(wordMs, 'there.', 200).slice(wordMs / 10)];
  expect(linesOf([...first, endpoint, ...second])).toEqual(['0: Hello', '1: there.']);
});

it('drops the words in flight, and the word being spoken, if ForceEndpoint cuts', () => {
  const cut: TurnEvent = { kind: 'cut' };
  const [before, after] = [soundOf('One', 'two', 'three'), soundOf(600, 'four', 'five.', 200)];
  expect(linesOf([...before.slice(0, 50), cut, ...before.slice(50), ...after.slice(60)])).toEqual([
    '0: One',
    '1: four five.',
  ]);
  expect(linesOf([...soundOf('One'), cut, cut])).toEqual([]);
});

it('accepts other silences at the start and later', () => {
  expect(linesOf(soundOf('Hello,', 500), { maxTurnSilenceMs: 400 })).toContain('0: Hello,');
  expect(linesOf(soundOf('Hello.', 300), { minTurnSilenceMs: 400 })).toEqual([]);
  const later: TurnEvent = { kind: 'configure', timing: { minTurnSilenceMs: 400 } };
  expect(linesOf([later, ...soundOf('Hello.', 300)])).toEqual([]);
});
