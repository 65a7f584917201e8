import { describe, expect, test } from 'vitest';
import { dictate, end, run, tailSamples, timedOut } from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import {
  begin,
  captured,
  dialled,
  disconnected,
  loud,
  pong,
  termination,
  turn,
} from './run.fixture.ts';

/* Some models lose words in flight after ForceEndpoint. Only the end of their session ends a turn. */

const model = dialled('universal-streaming-english');
const start: ListeningEvent = { type: 'start' };
const endTurn: ListeningEvent = { type: 'force-endpoint' };

/** Captions with a second of speech, and a pause of a second. */
const said: ListeningEvent[] = [start, model, captured(320), begin(), captured(16_000, loud)];
const pause = captured(32_000);
const partial = (endMs = 900) => turn('Hi', { endMs, isFinal: false });

describe('the wish to end a turn of captions', () => {
  test('ends its session in a pause, and captions go on in another', () => {
    const { sent, sessions, listening } = run([...said, partial(), pause, endTurn]);
    expect(sent).toEqual(['Terminate']);
    expect(sessions).toBe(2);
    expect(listening.segments).toMatchObject([{ phase: 'settling' }, { phase: 'streaming' }]);
  });

  test('waits for the next pause while a word is spoken', () => {
    const speaking = run([...said, partial()]);
    expect(run([endTurn], speaking.listening).effects).toEqual([]);
    expect(run([endTurn, captured(32_000)], speaking.listening).sent).toEqual(['Terminate']);
  });

  test('does nothing if all words are final, or no session is open', () => {
    const final = run([...said, turn('Hi.', { endMs: 1_000 }), pause]);
    expect(run([endTurn], final.listening).effects).toEqual([]);
    expect(run([endTurn, captured(48_000)], final.listening).sessions).toBe(0);
    const lost = run([...said, partial(), disconnected(), pause]);
    expect(run([endTurn], lost.listening).effects).toEqual([]);
    expect(run([endTurn, captured(48_000)], lost.listening).sessions).toBe(0);
  });

  test('leaves the end of a word that is reported late in its session', () => {
    const spokenTo = (endMs: number) => run([...said, pause, partial(endMs)]).listening;
    // A word may begin 125 ms before it is voice.
    expect(run([endTurn], spokenTo(1_876)).effects).toEqual([]);
    expect(run([endTurn], spokenTo(1_875)).listening.segments).toMatchObject([
      { untilSample: 30_000 },
      { startSample: 30_000 },
    ]);
  });
});

describe('a dictation while captions are on', () => {
  const heard: ListeningEvent[] = [
    ...[start, model, captured(320), begin(), dictate(), captured(16_320, loud)],
    ...[end, captured(16_320 + tailSamples), captured(32_000)],
  ];

  test('gets its words from the end of the session if its turn does not end automatically', () => {
    expect(run(heard).sent).toEqual([]);
    const { sent, sessions, dictated } = run([...heard, timedOut(), turn('Hi.', { endMs: 1_020 })]);
    expect(sent).toEqual(['Terminate']);
    expect(sessions).toBe(2);
    expect(dictated).toMatchObject([{ text: 'Hi.', isComplete: true }]);
  });

  test('ends no session for what is likely no word', () => {
    const likely = run([...heard, turn('Hi.', { endMs: 700 }), timedOut()]);
    expect(likely.sent).toEqual([]);
    expect(likely.sessions).toBe(1);
  });

  test('ends no session of another model', () => {
    const { sent, sessions } = run([...heard.filter((event) => event !== model), timedOut()]);
    expect(sent).toEqual(['ForceEndpoint']);
    expect(sessions).toBe(1);
  });

  test('ends the live session if only that lacks words', () => {
    const halves: ListeningEvent[] = [
      ...[start, captured(320), begin(), dictate(), captured(16_000, loud)],
      ...[
        { type: 'renew-session' } as const,
        captured(24_000),
        dialled('universal-streaming-english', 1),
      ],
      ...[begin(1), captured(40_000, loud), end, captured(40_000 + tailSamples), captured(56_000)],
      turn('Hi.', { endMs: 700 }),
    ];
    expect(run([...halves, timedOut()]).sessions).toBe(3);
    const there = turn('There.', { id: 1, endMs: 950 });
    expect(run([...halves, there, timedOut()]).sessions).toBe(2);
  });
});

describe('a dictation alone', () => {
  /** Its session ends, and its last voice is likely no word. */
  const ending: ListeningEvent[] = [
    ...[dictate(), model, captured(320), begin(), captured(16_320, loud), end],
    ...[captured(16_320 + tailSamples), turn('Hi.', { endMs: 700 })],
  ];

  test('waits for the end of its session instead of a pong', () => {
    const waiting = run([...ending, timedOut(), timedOut()]);
    expect(waiting.sent).toEqual(['Terminate']);
    expect(waiting.types).not.toContain('ping');
    expect(run([pong()], waiting.listening).dictated).toEqual([]);
    expect(run([termination()], waiting.listening).dictated).toMatchObject([
      { text: 'Hi.', isComplete: true },
    ]);
  });
});
